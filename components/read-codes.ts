import { Failure } from '../utils/failure';
import type { CodesRead } from '../utils/qr/find-codes';
import type { Rectangle } from '../utils/qr/pixels';
import type { ReadingAnswer, ReadingTask } from '../utils/qr/reading-task';
import { startWorker } from './page-worker';

export type { CodesRead, Rectangle };

/** Milliseconds after which a picture is given up. */
const PATIENCE = 2000;

/** Kept for the next picture: a camera shows several a second. */
let worker: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The codes in a picture. It is decoded and looked through in a Worker of this page, one picture after the other;
 * nothing of it leaves the page. `rectangles` are where codes may be, in the picture's own pixels, best guess first.
 * @throws Failure `image-unreadable`, `image-too-large`, `reading-too-slow`
 */
export function readCodes(image: Blob, rectangles: readonly Rectangle[] = []): Promise<CodesRead> {
  const reading = last.then(() => readNow({ image, rectangles }));
  last = reading.catch(() => undefined);
  return reading;
}

async function readNow(task: ReadingTask): Promise<CodesRead> {
  const answer = await askWorker(task);
  if ('failure' in answer) throw new Failure(answer.failure.code, ...answer.failure.values);
  return answer.read;
}

function askWorker(task: ReadingTask): Promise<ReadingAnswer> {
  worker ??= startWorker('/qr-worker.js');
  const asked = worker;
  const { promise, resolve, reject } = Promise.withResolvers<ReadingAnswer>();
  const giveUp = (code: 'reading-too-slow' | 'image-unreadable') => {
    asked.terminate();
    worker = undefined;
    reject(new Failure(code));
  };
  const watchdog = setTimeout(() => giveUp('reading-too-slow'), PATIENCE);
  asked.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => resolve(data);
  asked.onerror = () => giveUp('image-unreadable'); // most likely there is no memory for it
  asked.postMessage(task);
  return promise.finally(() => clearTimeout(watchdog));
}
