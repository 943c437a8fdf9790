/** The one JSON text of a value: keys in code unit order, typed arrays as lists, the numbers that JSON lacks as text. */
export const oneText = (value: unknown): string => textOf(value, new Map());

/** `known` holds the texts of typed arrays: contact types share their profile, whose numbers are most of a model's text. */
function textOf(value: unknown, known: Map<object, string>): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, known)).join(',')}]`;
  if (ArrayBuffer.isView(value)) {
    let text = known.get(value);
    if (text === undefined) known.set(value, (text = listText(value as Float64Array)));
    return text;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const inner = object[key];
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${textOf(inner, known)}`;
  }
  return `{${text}}`;
}

/** As in JSON.stringify, which writes a finite number the way `String` does. */
const numberText = (value: number): string => (Number.isFinite(value) ? String(value) : `"${value}"`);

const listText = (values: Float64Array): string =>
  `[${values.every(Number.isFinite) ? values.join() : Array.from(values, numberText).join()}]`;
