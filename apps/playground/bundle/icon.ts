import { crc32, deflateSync } from 'node:zlib';

/** The mark on a square of 64: futures as dots, stacked, and the budget line through them. */
const size = 64;
const ground = '#0a5a9c';
const ink = '#ffffff';
/** Within the middle four fifths, which every mask leaves. */
const dots = [
  [16, 1],
  [24, 2],
  [32, 4],
  [40, 3],
  [48, 1],
].flatMap(([x, count]) => Array.from({ length: count! }, (_, i) => ({ x: x!, y: 46 - 8 * i, radius: 3.25 })));
const line = { x: 14, y: 51, width: 36, height: 2 };

/** As a vector drawing, for browsers and launchers that take one. */
export const iconSvg = (): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" rx="12" fill="${ground}"/>`,
    `<g fill="${ink}">`,
    ...dots.map(({ x, y, radius }) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`),
    `<rect x="${line.x}" y="${line.y}" width="${line.width}" height="${line.height}"/>`,
    '</g></svg>\n',
  ].join('');

/** The same as a PNG of so many pixels a side, its ground reaching the edges: launchers cut it to their own shape. */
export function iconPng(pixels: number): Uint8Array {
  const [back, front] = [ground, ink].map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  const rows = new Uint8Array(pixels * (1 + 3 * pixels));
  for (let row = 0; row < pixels; row++)
    for (let column = 0; column < pixels; column++) {
      const share = coverage((column + 0.5) * (size / pixels), (row + 0.5) * (size / pixels), pixels / size);
      for (let channel = 0; channel < 3; channel++)
        rows[row * (1 + 3 * pixels) + 1 + 3 * column + channel] = Math.round(back![channel]! * (1 - share) + front![channel]! * share);
    }
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, pixels);
  new DataView(header.buffer).setUint32(4, pixels);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** How much of a pixel around a place the marks cover: their edges run over the width of one pixel. */
function coverage(x: number, y: number, pixelsPerUnit: number): number {
  const inside = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * pixelsPerUnit));
  const ofDots = dots.map((dot) => inside(Math.hypot(x - dot.x, y - dot.y) - dot.radius));
  const away = Math.max(line.x - x, x - line.x - line.width, line.y - y, y - line.y - line.height);
  return Math.max(inside(away), ...ofDots);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
