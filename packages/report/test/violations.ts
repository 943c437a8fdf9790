type Schema = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const keywords = new Set([
  ...['$schema', '$id', '$defs', 'title', 'description', '$ref', 'anyOf', 'const', 'enum', 'type', 'pattern'],
  ...['minimum', 'multipleOf', 'minItems', 'items', 'properties', 'required', 'additionalProperties'],
]);

/**
 * Where `value` breaks a JSON Schema: a check of the keywords that Percall's own schema of results uses.
 * An unknown keyword throws, so that nothing in the schema goes unchecked.
 */
export function violations(root: unknown, value: unknown): string[] {
  const found: string[] = [];
  const visit = (schema: Schema, at: unknown, path: string): void => {
    for (const keyword of Object.keys(schema)) if (!keywords.has(keyword)) throw new Error(`unknown keyword ${keyword}`);
    const fail = (what: string): void => void found.push(`${path}: ${what}`);
    if (typeof schema['$ref'] === 'string') {
      const target = schema['$ref']
        .split('/')
        .slice(1)
        .reduce<unknown>((part, key) => (part as Schema)[key], root);
      visit(target as Schema, at, path);
    }
    if (Array.isArray(schema['anyOf'])) {
      const branches = schema['anyOf'].map((branch) => violations({ ...(branch as Schema), $defs: (root as Schema)['$defs'] }, at));
      if (branches.every((branch) => branch.length > 0)) fail(`none of anyOf: ${branches.flat().join('; ')}`);
    }
    if ('const' in schema && at !== schema['const']) fail('const');
    if (Array.isArray(schema['enum']) && !schema['enum'].includes(at)) fail('enum');
    const type = typeOf(at);
    const wanted = schema['type'];
    if (wanted !== undefined && wanted !== type && !(wanted === 'integer' && Number.isInteger(at)))
      return fail(`not ${JSON.stringify(wanted)}`);
    if (typeof at === 'string' && typeof schema['pattern'] === 'string' && !new RegExp(schema['pattern'], 'u').test(at)) fail('pattern');
    if (typeof at === 'number') {
      if (typeof schema['minimum'] === 'number' && at < schema['minimum']) fail('minimum');
      if (typeof schema['multipleOf'] === 'number' && at % schema['multipleOf'] !== 0) fail('multipleOf');
    }
    if (Array.isArray(at)) {
      if (typeof schema['minItems'] === 'number' && at.length < schema['minItems']) fail('minItems');
      if (schema['items'] !== undefined) at.forEach((item, index) => visit(schema['items'] as Schema, item, `${path}[${index}]`));
      return;
    }
    if (type !== 'object') return;
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
    for (const key of (schema['required'] ?? []) as string[]) if (!Object.hasOwn(at as object, key)) fail(`${key} is missing`);
    for (const [key, inner] of Object.entries(at as object)) {
      const extra = schema['additionalProperties'];
      if (properties[key] !== undefined) visit(properties[key], inner, `${path}.${key}`);
      else if (extra === false) fail(`${key} is not known`);
      else if (typeof extra === 'object') visit(extra as Schema, inner, `${path}.${key}`);
    }
  };
  visit(root as Schema, value, '');
  return found;
}
