import encodeQR from 'qr';
import type { Pixels, Rectangle } from '../../utils/qr/pixels';

export interface DrawnCode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels a module. */
  readonly scale?: number;
  /** Modules of the quiet zone. */
  readonly border?: number;
  /** Light modules on dark ones. */
  readonly inverted?: boolean;
}

/** A picture of one shade with codes drawn on it, and where each of them is, quiet zone included. */
export function drawCodes(width: number, height: number, shade: number, codes: readonly DrawnCode[]) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const picture: Pixels = { data, width, height };
  paint(picture, { x: 0, y: 0, width, height }, shade);
  const rectangles = codes.map(({ text, x, y, scale = 4, border = 4, inverted = false }) => {
    // The encoder always draws a border; it is cut off where none is wanted.
    const drawn = encodeQR(text, 'raw', { border: Math.max(border, 1), ecc: 'medium' });
    const modules = border === 0 ? drawn.slice(1, -1).map((row) => row.slice(1, -1)) : drawn;
    modules.forEach((row, down) => {
      row.forEach((dark, across) => {
        const square = { x: x + across * scale, y: y + down * scale, width: scale, height: scale };
        paint(picture, square, dark === inverted ? 255 : 0);
      });
    });
    return { x, y, width: modules.length * scale, height: modules.length * scale };
  });
  return { picture, rectangles };
}

export interface ScaledCode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels a module; like the place it need not be whole, and edges are then gray. */
  readonly module: number;
}

/** A white picture with one code on it as a browser draws it at any zoom, which may lie partly outside. */
export function drawScaled(width: number, height: number, { text, x, y, module }: ScaledCode): Pixels {
  const { picture } = drawCodes(width, height, 255, []);
  const modules = encodeQR(text, 'raw', { border: 4, ecc: 'medium' });
  const isDark = (across: number, down: number) => modules[Math.floor(down)]?.[Math.floor(across)] ?? false;
  const side = modules.length * module;
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + side); row++)
    for (let column = Math.max(0, Math.floor(x)); column < Math.min(width, x + side); column++) {
      let dark = 0;
      for (const down of parts)
        for (const across of parts)
          if (isDark((column + across - x) / module, (row + down - y) / module)) dark++;
      const shade = Math.round(255 * (1 - dark / 25));
      paint(picture, { x: column, y: row, width: 1, height: 1 }, shade);
    }
  return picture;
}

/** Clips at the edges. */
export function paint({ data, width }: Pixels, rectangle: Rectangle, shade: number): void {
  const bottom = Math.min(data.length / 4 / width, rectangle.y + rectangle.height);
  const right = Math.min(width, rectangle.x + rectangle.width);
  for (let y = Math.max(0, rectangle.y); y < bottom; y++)
    for (let x = Math.max(0, rectangle.x); x < right; x++)
      data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
}
