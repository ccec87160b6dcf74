import { canTake, settled, type } from './fill-code';

/** A page may take its time; it is given about half a second. */
const MOST_LOOKS = 4;

/**
 * Writes a recovery code, which may be any text, once, and reads back what the page kept. Where the box has no room for
 * what divides its groups, they go without.
 * @returns whether the page took it; one that went on at once has
 */
export async function writeRecoveryCode(boxes: readonly HTMLInputElement[], code: string): Promise<boolean> {
  const [box, other] = boxes;
  if (!box || other) return false;
  const text = box.maxLength < 0 || code.length <= box.maxLength ? code : bare(code);
  if (box.maxLength >= 0 && text.length > box.maxLength) return false;
  box.focus({ preventScroll: true });
  if (!canTake(boxes)) return false;
  type(box, text);
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await settled();
    if (!box.isConnected || bare(box.value) === bare(code)) return true;
  }
  return false;
}

function bare(code: string): string {
  return code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
