/**
 * The text of a module that exports plain data by default: numbers of any value, texts, lists, objects and typed arrays, to the last bit. What is in it more than
 * once is written once, and then is the same object: for data that nobody changes.
 */
export function dataModule(data: unknown): string {
  const count = counted(data);
  const names = new Map<string, string>();
  const definitions: string[] = [];
  const named = (value: unknown): string => {
    const whole = literal(value);
    if ((count.get(whole) ?? 0) < 2) return literal(value, named);
    const known = names.get(whole);
    if (known !== undefined) return known;
    const text = literal(value, named);
    const name = `part${names.size}`;
    names.set(whole, name);
    definitions.push(`const ${name} = ${text};\n`);
    return name;
  };
  const text = named(data);
  return `${definitions.join('')}export default ${text};\n`;
}

/** Shorter ones are as short as a name. */
const shortest = 16;

/** How often each part is in the data, by its text; parts of one that was there before are not counted again. */
function counted(data: unknown): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  const add = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = literal(value);
    if (text.length < shortest) return;
    count.set(text, (count.get(text) ?? 0) + 1);
    if (count.get(text) === 1 && !ArrayBuffer.isView(value)) Object.values(value).forEach(add);
  };
  add(data);
  return count;
}

/** A value as code, its parts written by `part`. */
function literal(value: unknown, part: (value: unknown) => string = literal): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (ArrayBuffer.isView(value))
    return `${value.constructor.name}.of(${Array.from(value as Float64Array, (each) => literal(each)).join()})`;
  if (Array.isArray(value)) return `[${value.map((each) => part(each)).join()}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is no data`);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${part(each)}`)
    .join()}}`;
}
