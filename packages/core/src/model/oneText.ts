/** The one JSON text of a value: keys in code unit order, typed arrays as lists, the numbers that JSON lacks as text. */
export function oneText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneText).join(',')}]`;
  if (ArrayBuffer.isView(value)) {
    let text = listTexts.get(value);
    if (text === undefined) listTexts.set(value, (text = listText(value as Float64Array)));
    return text;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const inner = object[key];
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${oneText(inner)}`;
  }
  return `{${text}}`;
}

/** Models are frozen, and share their calendar and profile, whose numbers are most of their text. */
const listTexts = new WeakMap<object, string>();

/** As in JSON.stringify, which writes a finite number the way `String` does. */
const numberText = (value: number): string => (Number.isFinite(value) ? String(value) : `"${value}"`);

const listText = (values: Float64Array): string =>
  `[${values.every(Number.isFinite) ? values.join() : Array.from(values, numberText).join()}]`;
