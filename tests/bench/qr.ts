import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Tables } from './main.ts';
import { measureCapture } from './qr/capture.ts';
import { type Figures, figuresOf, ratesOf, summaryOf, timesOf } from './qr/figures.ts';
import { openReader } from './qr/reader.ts';
import { renderPages } from './qr/render.ts';
import { readWholeByJsqr } from './qr/whole.ts';

/**
 * How well set-up codes are read off pages, and how soon: pages drawn from seeds in Chromium, read by the built
 * extension's Worker. `--seeds 1,2,3` (three fresh ones), `--each 11` pages of every kind and seed.
 */
export async function benchQr(args: readonly string[]): Promise<Tables> {
  const { values } = parseArgs({
    args: [...args],
    options: { seeds: { type: 'string' }, each: { type: 'string', default: '11' } },
  });
  const seeds = values.seeds?.split(',').map(Number) ?? [1, 2, 3].map(() => randomInt(1, 1_000_000));
  console.log(`seeds ${seeds.join(',')}, ${values.each} pages of every kind and seed`);
  const figures: Figures[] = [];
  const reader = await openReader({ width: 1280, height: 800, ratio: 1 });
  try {
    for (const seed of seeds)
      for await (const page of renderPages(seed, Number(values.each))) {
        if (figures.length === 0) await reader.read(page.file, page.rectangles); // the first warms up
        figures.push(
          figuresOf(page, await reader.read(page.file, page.rectangles), await readWholeByJsqr(page)),
        );
        if (figures.length % 100 === 0)
          console.log(`${figures.length} pages, at a machine load of ${loadavg()[0]!.toFixed(1)}`);
      }
  } finally {
    await reader.close();
  }
  return {
    kinds: ratesOf(figures),
    all: summaryOf(figures),
    times: timesOf(figures),
    capture: await measureCapture(),
  };
}
