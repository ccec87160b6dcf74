import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { readImageSize, tooManyPixels } from '../../utils/qr/image-size';
import { PIXEL_LIMIT, type Pixels } from '../../utils/qr/pixels';

/** A file's picture as a page's Worker has it: on white, the first of several, within the limit of pixels. */
export async function decodePicture(file: string): Promise<Pixels> {
  const bytes = readFileSync(file);
  const size = readImageSize(bytes);
  if (size && tooManyPixels(size)) throw new Error('has more than 40 megapixels');
  const image = sharp(bytes).flatten({ background: '#fff' }).toColourspace('srgb').ensureAlpha();
  if (size && size.width * size.height > PIXEL_LIMIT) {
    const shrink = Math.sqrt(PIXEL_LIMIT / (size.width * size.height));
    image.resize(Math.floor(size.width * shrink));
  }
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
  };
}
