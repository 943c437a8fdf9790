import { endianness } from 'node:os';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const bytesOfFloat = 8;

/** The exact bits of the numbers as text: little-endian Float64, deflated (RFC 1951), in base64 (RFC 4648). */
export const textOfFloats = (numbers: Float64Array): string =>
  deflateRawSync(littleEndian(Buffer.from(bytesOf(numbers)))).toString('base64');

/** The numbers that `textOfFloats` was given, bit for bit; null: the text does not hold exactly `count` of them. */
export function floatsOfText(text: string, count: number): Float64Array | null {
  const length = count * bytesOfFloat;
  let bytes: Buffer;
  try {
    // The cap keeps a file that was made to harm from filling the memory.
    bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: Math.max(1, length) });
  } catch {
    return null;
  }
  if (bytes.length !== length) return null;
  const numbers = new Float64Array(count);
  bytesOf(numbers).set(littleEndian(bytes));
  return numbers;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

/** From this machine's order of bytes, or to it. Swaps in place. */
const littleEndian = (bytes: Buffer): Buffer => (endianness() === 'LE' ? bytes : bytes.swap64());
