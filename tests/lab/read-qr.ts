import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCodes } from '../../utils/qr/find-codes';
import type { Rectangle } from '../../utils/qr/pixels';
import { decodePicture } from './pictures';

/** Of a page's picture: the rectangles of what may hold a code, in its pixels, as `[x, y, width, height, …]`. */
interface Pictured {
  readonly file: string;
  readonly cands?: readonly (readonly unknown[])[];
}

/**
 * `read-qr FILE… [--rects manifest.json]`: one line of JSON a picture, `{"file", "texts", "ms"}`; `ms` is the reading,
 * without the decoding of the file. What cannot be read is named on stderr, and the status is 1.
 */
export async function run(args: readonly string[]): Promise<void> {
  const flag = args.indexOf('--rects');
  const manifest = flag < 0 ? undefined : args[flag + 1];
  const files = flag < 0 ? args : args.toSpliced(flag, 2);
  if (files.length === 0 || (flag >= 0 && !manifest))
    throw new Error('read-qr FILE… [--rects manifest.json]: a file is missing');
  const rectangles = manifest ? readRectangles(manifest) : new Map<string, Rectangle[]>();
  for (const file of files) {
    try {
      const picture = await decodePicture(file);
      const began = performance.now();
      const { texts } = await findCodes(picture, rectangles.get(path.basename(file)) ?? [], {
        now: workDone,
      });
      const ms = Math.round(performance.now() - began);
      process.stdout.write(`${JSON.stringify({ file, texts, ms })}\n`);
    } catch (thrown) {
      console.error(`${file}: ${thrown instanceof Error ? thrown.message : thrown}`);
      process.exitCode = 1;
    }
  }
}

/** A busy machine must read what an idle one reads: the limits count the milliseconds that this process worked. */
function workDone(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function readRectangles(manifest: string): Map<string, Rectangle[]> {
  const pictured: readonly Pictured[] = JSON.parse(readFileSync(manifest, 'utf8'));
  return new Map(pictured.map(({ file, cands = [] }) => [path.basename(file), cands.map(asRectangle)]));
}

function asRectangle([x, y, width, height]: readonly unknown[]): Rectangle {
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}
