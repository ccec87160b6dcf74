import type { Tick } from '../../utils/autofill/remember';
import { plain, referred } from './labels';
import { ancestorsOf } from './tree';

const TICKED = '[type=checkbox],[type=radio],[role=checkbox],[role=switch]';
const MOST_LEVELS = 6;

/** What can be ticked beside a prompt, in its form or in the smallest part of the page round it that has any. */
export function ticksBeside(box: HTMLInputElement): Tick[] {
  const scopes = box.form ? [box.form] : [...ancestorsOf(box)].slice(0, MOST_LEVELS);
  const found = scopes
    .map((scope) => [...scope.querySelectorAll<HTMLInputElement>(TICKED)])
    .find(({ length }) => length > 0);
  return (found ?? []).map((tick) => ({
    words: wordsOf(tick),
    ticked: tick.checked || tick.ariaChecked === 'true',
  }));
}

function wordsOf(tick: HTMLInputElement): string {
  const labels = [...(tick.labels ?? [])].map(({ textContent }) => textContent).join(' ');
  return plain(
    labels || tick.ariaLabel || referred(tick, 'aria-labelledby') || tick.parentElement?.textContent,
  );
}
