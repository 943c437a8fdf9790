const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const valueOf = new Map([...alphabet].map((character, value) => [character, value]));

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(4, bytes.length - i + 1);
    for (let j = 0; j < characters; j += 1) text += alphabet[(word >> (18 - 6 * j)) & 63];
  }
  return text;
}

/** The inverse; null where the text is no base64url, or not the one spelling of its bytes. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const value = valueOf.get(character);
    if (value === undefined) return null;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (word >> bits) & 0xff;
      length += 1;
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : null;
}
