import { clickToolbarIcon, closePopup } from '../../../scripts/lib/popup.mjs';
import type { Stage } from './stage.ts';

const WORDS = ['person.0004', 'jane', 'harbour', 'power'];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Keys pressed in the real popup: letter by letter, and away again. Milliseconds from the event's own time. */
export async function timeKeys({ lanyard, tabUrl }: Stage): Promise<{ updated: number[]; frame: number[] }> {
  const popup = await clickToolbarIcon(lanyard.browser, lanyard.id, tabUrl);
  await popup.waitFor('globalThis.notes?.paintedAt', 'the popup is painted');
  for (const word of WORDS)
    for (const key of [...word, ...[...word].map(() => 'Backspace')]) {
      await popup.press(key);
      await sleep(60);
    }
  const keys: { updated: number; frame: number }[] = await popup.evaluate('notes.keys');
  await closePopup(lanyard.browser, lanyard.id);
  return {
    updated: keys.map(({ updated }) => updated).filter((took) => took > 0), // a letter more may find the same
    frame: keys.map(({ frame }) => frame),
  };
}
