import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import { eventually, sleep } from '../e2e/firefox-checks.ts';
import type { Driven } from './browsers.ts';
import type { Library } from './libraries.ts';

/** What came of one library in one browser. */
export interface Came {
  readonly library: string;
  readonly browser: string;
  /** A person's wish, by the message the popup sends: `filled` where the library's own state holds the code. */
  readonly asked: string;
  /** After a log-in by hand, with nothing more. */
  readonly byItself: string;
  readonly way: string;
  /** What was wrong beside that: a voucher filled, a wrong number of boxes filled, a code left elsewhere. */
  readonly wrong: readonly string[];
}

/** In ms: how long a code that is to come takes at most, and how long one that must not come is waited for. */
const SOON = 12_000;
const LONG_ENOUGH = 1_500;
const WRONG_PLACES = [4, 5, 8];

const KEPT = 'window.kept';
const READY = `!!document.querySelector('#mount')?.firstElementChild`;
const WAY = `seen.boxes.size > 1 ? 'a digit a box' : seen.boxes.size === 1 ? 'one box' : seen.paste ? 'paste' : 'none'`;

/** Where a code stands outside the component: text, attributes, values, the address. */
const ELSEWHERE = (code: string) => `(() => {
  const outside = document.documentElement.cloneNode(true);
  outside.querySelector('#mount')?.remove();
  const values = [...document.querySelectorAll('input')].filter((box) => !box.closest('#mount')).map(({ value }) => value);
  return [outside.outerHTML, location.href, document.title, ...values].join(' ').includes(${JSON.stringify(code)});
})()`;

export async function tryLibrary(
  driven: Driven,
  library: Library,
  at: { readonly origin: string; readonly secret: string; readonly accountId: string },
): Promise<Came> {
  const { origin, secret, accountId } = at;
  const kept = async () => String(await driven.evaluate(KEPT));
  const isTaken = async () => isCurrentCode(await kept(), secret);
  const ask = () =>
    driven.ask('fill/active-tab', { tabId: driven.tabId, accountId, again: true }).then(
      ({ outcome }) => outcome as string,
      (error) => String(error.message),
    );
  const openPrompt = async (query = '') => {
    await driven.open(`${origin}/prompt${query}`);
    await eventually(() => driven.evaluate(READY), `${library.title} is drawn`);
  };
  const wrong: string[] = [];

  // One log-in: a page about something else gets nothing, and the prompt after it gets the code.
  await driven.logIn(`${origin}/?about=voucher`, `${origin}/prompt?about=voucher`);
  await eventually(() => driven.evaluate(READY), `${library.title} is drawn`);
  await sleep(LONG_ENOUGH);
  if (await kept()) wrong.push('filled a voucher');
  await openPrompt();
  const byItself = await eventually(isTaken, 'filled by itself', SOON).then(
    () => 'filled',
    async () => `not filled (“${await kept()}”)`,
  );

  await openPrompt();
  const outcome = await ask();
  const code = await kept();
  const taken = await isTaken();
  const asked = outcome === 'filled' && taken ? 'filled' : `${outcome}, its state “${code}”`;
  const way = String(await driven.evaluate(WAY));
  if (taken && (await driven.evaluate(ELSEWHERE(code)))) wrong.push('the code stands elsewhere in the page');

  for (const places of library.single ? [] : WRONG_PLACES) {
    await openPrompt(`?places=${places}`);
    const outcome = await ask();
    if (outcome === 'filled' || (await kept())) wrong.push(`${places} places: ${outcome}, “${await kept()}”`);
  }
  return { library: library.title, browser: driven.title, asked, byItself, way, wrong };
}
