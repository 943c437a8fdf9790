const arabicIndicZero = 0x0660;
const persianZero = 0x06f0;

/** Printable ASCII with single spaces inside: nearly all that people type, and nothing in it to make equal. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The text with what only looks different made equal: Arabic-Indic and Persian digits with their decimal, thousands and percent signs,
 * typographic minus, multiplication sign and spaces, marks of writing direction (removed).
 */
export function normaliseText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - arabicIndicZero))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - persianZero))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/[\u066a\uff05]/g, '%')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[\u00d7\u2715]/g, 'x')
    .replace(/[\u00a0\u2000-\u200a\u202f\s]+/g, ' ')
    .trim();
}
