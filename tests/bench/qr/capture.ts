import type { Row } from '../main.ts';
import { median, p95 } from './figures.ts';
import { openReader } from './reader.ts';

const TIMES = 12;

/** What the browser takes for the picture of a tab, before any of it is read. */
export async function measureCapture(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const ratio of [1, 2]) {
    const reader = await openReader({ width: 1920, height: 1080, ratio });
    try {
      const { width, height, ms } = await reader.capture(TIMES);
      rows.push({ picture: `${width} × ${height}`, 'median ms': median(ms), 'p95 ms': p95(ms) });
    } finally {
      await reader.close();
    }
  }
  return rows;
}
