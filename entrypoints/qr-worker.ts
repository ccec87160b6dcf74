import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Failure } from '../utils/failure';
import { type CodesRead, findCodes } from '../utils/qr/find-codes';
import { readImageSize, tooManyPixels } from '../utils/qr/image-size';
import { PIXEL_LIMIT, type Pixels, scaled } from '../utils/qr/pixels';
import type { ReadingAnswer, ReadingTask } from '../utils/qr/reading-task';

/** A page's Worker that looks for codes in pictures: one task, one answer. The page ends it if it takes too long. */
export default defineUnlistedScript(() => {
  addEventListener('message', async ({ data }: MessageEvent<ReadingTask>) => {
    postMessage(await answer(data));
  });
});

/** Larger files are not opened, in bytes. */
const MOST_BYTES = 40_000_000;

/** What precedes a JPEG's size, colour profiles and thumbnails, is hardly ever more, in bytes. */
const HEADER = 1_000_000;

async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { read: await read(task) };
  } catch (thrown) {
    return { failure: Failure.facts(thrown) };
  }
}

/** The size is read before anything is decoded: a few bytes can ask for gigabytes. */
async function read({ image, rectangles }: ReadingTask): Promise<CodesRead> {
  const now = () => performance.now();
  const began = now();
  if (image.size > MOST_BYTES) throw new Failure('image-too-large');
  const size = readImageSize(new Uint8Array(await image.slice(0, HEADER).arrayBuffer()));
  if (!size) throw new Failure('image-unreadable');
  if (tooManyPixels(size)) throw new Failure('image-too-large');
  const pixels = await decode(image);
  const factor = pixels.width / size.width;
  const candidates = rectangles.map((rectangle) => scaled(rectangle, factor));
  return findCodes(pixels, candidates, { now, began });
}

/** Of moving pictures, the first. */
async function decode(image: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(image).catch(() => {
    throw new Failure('image-unreadable');
  });
  try {
    const shrink = Math.min(1, Math.sqrt(PIXEL_LIMIT / (bitmap.width * bitmap.height)));
    const width = Math.max(1, Math.floor(bitmap.width * shrink));
    const height = Math.max(1, Math.floor(bitmap.height * shrink));
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Failure('image-unreadable');
    context.fillStyle = 'white'; // the readers ignore transparency and would see black
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}
