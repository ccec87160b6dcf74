import { type Pixels, type Rectangle, within } from './pixels';

/** A picture in shades of gray, one byte a pixel, 0 is black. */
export interface Gray {
  readonly shades: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture inside a rectangle, in gray; null where nothing of it is inside. */
export function grayOf(pixels: Pixels, rectangle: Rectangle = wholeOf(pixels)): Gray | null {
  const part = within(pixels, rectangle);
  if (!part) return null;
  const shades = new Uint8Array(part.width * part.height);
  const { data } = pixels;
  let at = 0;
  for (let y = part.y; y < part.y + part.height; y++) {
    let from = (y * pixels.width + part.x) * 4;
    for (let x = 0; x < part.width; x++, from += 4)
      shades[at++] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8;
  }
  return { shades, width: part.width, height: part.height };
}

/** Every `step`th pixel of every `step`th row: enough to see where something is. */
export function sampled({ data, width, height }: Pixels, step: number): Gray {
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const shades = new Uint8Array(across * down);
  let at = 0;
  for (let y = 0; y < down; y++) {
    let from = y * step * width * 4;
    for (let x = 0; x < across; x++, from += 4 * step)
      shades[at++] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8;
  }
  return { shades, width: across, height: down };
}

function wholeOf({ width, height }: Pixels): Rectangle {
  return { x: 0, y: 0, width, height };
}
