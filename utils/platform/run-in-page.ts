import { browser } from 'wxt/browser';
import { Failure } from '../failure';
import { keptOut } from './kept-out';

/**
 * What a function comes to in the top frame of a tab. It travels as text, so it must stand alone, and its value survives JSON.
 * @throws Failure `not-capturable` on a page no extension may look at, or where it came to nothing; `closed-by-policy`
 */
export async function runInPage<Value>(
  tabId: number,
  func: () => Value | Promise<Value>,
): Promise<NonNullable<Value>> {
  const answers = await browser.scripting.executeScript({ target: { tabId }, func }).catch((thrown) => {
    throw keptOut(thrown, 'not-capturable');
  });
  const value = answers[0]?.result as Value | undefined;
  if (value === undefined || value === null) throw new Failure('not-capturable');
  return value;
}
