import type { Page } from '../../../scripts/lib/page.mjs';
import type { Random } from './random.ts';

/** The `count`th time that this place is passed. */
export interface Failpoint {
  readonly place: string;
  readonly count: number;
}

/** All that the worker passes until it has answered. */
export async function trace(worker: Page, ask: () => Promise<unknown>): Promise<Failpoint[]> {
  await worker.evaluate(
    `globalThis.passed = []; globalThis.__failpoint = (place) => { passed.push(place); };`,
  );
  await ask();
  const places: string[] = await worker.evaluate('passed');
  const counts = new Map<string, number>();
  return places.map((place) => {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return { place, count };
  });
}

/** A place that is passed once an account is not stopped at each time: the first two, the last two, two in between. */
export function placesToStop(passed: readonly Failpoint[], random: Random): Failpoint[] {
  const times = new Map(passed.map(({ place, count }) => [place, count]));
  return passed.filter(({ place, count }) => {
    const all = times.get(place)!;
    return all <= 6 || count <= 2 || count > all - 2 || random.chance(2 / (all - 4));
  });
}

/** So many of them at most, in their order. */
export function chooseSome(failpoints: readonly Failpoint[], most: number, random: Random): Failpoint[] {
  let [left, wanted] = [failpoints.length, Math.min(most, failpoints.length)];
  return failpoints.filter(() => {
    const take = random.chance(wanted / left--);
    if (take) wanted--;
    return take;
  });
}

/** Makes the worker stop there. What is returned waits until it has, or is gone. */
export async function stopAt(worker: Page, { place, count }: Failpoint): Promise<() => Promise<void>> {
  await worker.evaluate(`globalThis.left = ${count};
    globalThis.__failpoint = (place) => {
      if (place === ${JSON.stringify(place)} && --left === 0) return new Promise(() => {});
    };`);
  const isOnItsWay = () => worker.evaluate('left > 0').catch(() => false);
  return async () => {
    while (await isOnItsWay()) await new Promise((resolve) => setTimeout(resolve, 2));
  };
}
