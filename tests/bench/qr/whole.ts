import jsqr from 'jsqr';
import sharp from 'sharp';
import type { Rendered } from './render.ts';

const jsQR = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;

/** What one would do without any of this: jsQR over the whole picture. */
export async function readWholeByJsqr({ file }: Rendered): Promise<{ text: string | null; ms: number }> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  const began = performance.now();
  const read = jsQR(pixels, info.width, info.height, { inversionAttempts: 'attemptBoth' });
  return { text: read?.data || null, ms: performance.now() - began };
}
