/** A picture as canvases give it: four bytes a pixel, red, green, blue, alpha. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in its own pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The largest picture looked at, in pixels. */
export const PIXEL_LIMIT = 16_000_000;

/** The part of a rectangle that is in the picture, in whole pixels; null where there is none. */
export function within(pixels: Size, rectangle: Rectangle): Rectangle | null {
  const x = Math.max(0, Math.floor(rectangle.x));
  const y = Math.max(0, Math.floor(rectangle.y));
  const width = Math.min(pixels.width, Math.ceil(rectangle.x + rectangle.width)) - x;
  const height = Math.min(pixels.height, Math.ceil(rectangle.y + rectangle.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The same rectangle in a picture `factor` times as large. */
export function scaled({ x, y, width, height }: Rectangle, factor: number): Rectangle {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}

/** What is inside a rectangle, as a copy, with `border` white pixels round it; null where nothing is. */
export function crop(pixels: Pixels, rectangle: Rectangle, border = 0): Pixels | null {
  const part = within(pixels, rectangle);
  if (!part) return null;
  const width = part.width + 2 * border;
  const height = part.height + 2 * border;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < part.height; y++) {
    const start = ((part.y + y) * pixels.width + part.x) * 4;
    const row = pixels.data.subarray(start, start + part.width * 4);
    data.set(row, ((y + border) * width + border) * 4);
  }
  return { data, width, height };
}

/** The least whole factor by which a picture must shrink to be within `limit` pixels. */
export function shrinkFactor({ width, height }: Size, limit = PIXEL_LIMIT): number {
  return Math.max(1, Math.ceil(Math.sqrt((width * height) / limit)));
}

/** A picture `factor` times smaller each way: every pixel is the mean of a square. The same picture for 1. */
export function shrink(pixels: Pixels, factor: number): Pixels {
  if (factor === 1) return pixels;
  const width = Math.floor(pixels.width / factor);
  const height = Math.floor(pixels.height / factor);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 4; channel++)
        data[(y * width + x) * 4 + channel] = mean(pixels, x * factor, y * factor, channel, factor);
  return { data, width, height };
}

function mean({ data, width }: Pixels, left: number, top: number, channel: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++) sum += data[(y * width + x) * 4 + channel]!;
  return sum / (side * side);
}
