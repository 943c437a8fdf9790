const made = new Map<string, Intl.NumberFormat>();

/** An Intl.NumberFormat, made once for each way of writing numbers: making one takes longer than a hundred uses of it. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (format === undefined) made.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
}
