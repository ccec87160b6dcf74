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

export function paint({ data, width }: Pixels, rectangle: Rectangle, shade: number): void {
  for (let y = rectangle.y; y < rectangle.y + rectangle.height; y++)
    for (let x = rectangle.x; x < rectangle.x + rectangle.width; x++)
      data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
}
