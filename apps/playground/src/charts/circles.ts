import type { Dot } from '@percall/report';

/**
 * All dots of a row in one path, each `size` pixels wide, standing on a ground at `ground`: a hundred elements would cost more at every answer than
 * all the rest of the page.
 */
export function circles(dots: readonly Dot[], size: number, ground: number): string {
  const radius = Math.max(1, size / 2 - 1);
  return dots
    .map(({ column, level }) => {
      const left = (column + 0.5) * size - radius;
      return `M${left} ${ground - (level + 0.5) * size}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0`;
    })
    .join('');
}
