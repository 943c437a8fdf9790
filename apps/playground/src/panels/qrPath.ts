import { encodeQR } from 'qr';

/** Light modules around a code, of which the standard wants four. */
const quiet = 4;

/** A text as a QR code: the modules that are dark as the outline of squares of one, and how many modules a side is. A longer text than it holds throws. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: quiet });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: dark.join(''), side: rows.length };
}
