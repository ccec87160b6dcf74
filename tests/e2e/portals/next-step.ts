import type { Lanyard } from '../lanyard';

const STEP = 30_000;

/**
 * Lets Lanyard live one step ahead, so that a test need not wait half a minute for a code that was not used yet. Every
 * portal takes the next step's code too.
 */
export async function toNextStep(lanyard: Lanyard): Promise<void> {
  await lanyard.setClock(Math.max(0, (Date.now() % STEP) - 20));
}
