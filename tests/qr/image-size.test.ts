import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImageSize, tooManyPixels } from '../../utils/qr/image-size';

const drawn = sharp({ create: { width: 37, height: 211, channels: 3, background: '#369' } });

const bmp = (height: number) => {
  const view = new DataView(new ArrayBuffer(64));
  view.setUint16(0, 0x424d);
  view.setUint32(14, 40, true);
  view.setInt32(18, 37, true);
  view.setInt32(22, height, true);
  return new Uint8Array(view.buffer);
};

describe('readImageSize', () => {
  it.each([
    ['PNG', drawn.clone().png()],
    ['JPEG', drawn.clone().jpeg()],
    ['JPEG in several passes, with a profile', drawn.clone().jpeg({ progressive: true }).withMetadata()],
    ['WebP', drawn.clone().webp()],
    ['WebP without loss', drawn.clone().webp({ lossless: true })],
    ['WebP with a profile', drawn.clone().webp().withMetadata()],
    ['GIF', drawn.clone().gif()],
  ])('%s', async (_, picture) => {
    const bytes = await picture.toBuffer();
    expect(readImageSize(bytes)).toEqual({ width: 37, height: 211 });
    // Cut short anywhere in the header it says nothing, and nothing is read beyond the end.
    for (let length = 0; length < 10; length++) expect(readImageSize(bytes.subarray(0, length))).toBeNull();
  });

  it('BMP, from either end', () => {
    expect(readImageSize(bmp(211))).toEqual({ width: 37, height: 211 });
    expect(readImageSize(bmp(-211))).toEqual({ width: 37, height: 211 });
  });

  it('nothing else', () => {
    expect(readImageSize(new Uint8Array())).toBeNull();
    expect(readImageSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(readImageSize(Uint8Array.of(0xff, 0xd8, ...Array(100_000).fill(0xff)))).toBeNull();
    expect(readImageSize(bmp(0))).toBeNull();
  });

  it('draws the line at 40 megapixels', () => {
    expect(tooManyPixels({ width: 8000, height: 5000 })).toBe(false);
    expect(tooManyPixels({ width: 20_000, height: 20_000 })).toBe(true);
    expect(tooManyPixels({ width: 0xffffffff, height: 0xffffffff })).toBe(true);
  });
});
