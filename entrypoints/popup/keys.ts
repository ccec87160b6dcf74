import type { RowList } from '../../components/use-row-list';

interface Meaning {
  /** Enter in the search field; `other` with Ctrl or Cmd. */
  readonly enter: (other: boolean) => void;
  /** Ctrl or Cmd and Enter on one account. */
  readonly other: (accountId: string) => void;
  readonly clear: () => void;
  /** The list below everything else that can be stopped at, and how long it is: most of it is not drawn. */
  readonly rows: Pick<RowList, 'focusRow' | 'page'> & { readonly count: number };
}

/** The codes by keys alone: arrows walk over the accounts, letters go back to the search, Enter does what is drawn. */
export function moveByKey(event: KeyboardEvent, search: HTMLInputElement | null, meaning: Meaning): void {
  const target = event.target as HTMLElement;
  const withOther = event.ctrlKey || event.metaKey;
  if (walk(event.key, target, search, meaning)) {
    // The focus is where the key led to.
  } else if (event.key === 'Enter' && target === search) {
    meaning.enter(withOther);
  } else if (event.key === 'Enter' && withOther) {
    const accountId = target.closest<HTMLElement>('[data-account]')?.dataset.account;
    if (!accountId) return;
    meaning.other(accountId);
  } else if (event.key === 'Escape' && search?.value) {
    meaning.clear();
    search.focus();
  } else {
    const isLetter = event.key.length === 1 && event.key !== ' ' && !withOther && !event.altKey;
    if (isLetter && target.tagName === 'BUTTON') search?.focus();
    return;
  }
  event.preventDefault();
}

/** Over the cards first and then over all rows, those that are not drawn as well. @returns whether it was such a key */
function walk(key: string, target: HTMLElement, search: HTMLInputElement | null, { rows }: Meaning): boolean {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-stop]')].filter(
    (stop) => !stop.closest('[data-place]'),
  );
  const row = target.closest<HTMLElement>('[data-place]')?.dataset.place;
  const stop = target.closest<HTMLElement>('[data-stop]') ?? target;
  const here = row === undefined ? cards.indexOf(stop) : cards.length + Number(row);
  const last = cards.length + rows.count - 1;
  const there = goal(key, here, last, rows.page, target === search);
  if (there === null) return false;
  if (there < 0) search?.focus();
  else if (there < cards.length) cards[there]?.focus();
  else rows.focusRow(there - cards.length);
  return true;
}

/** The place that a key leads to from another; -1 is the search field, null a key that leads nowhere. */
export function goal(
  key: string,
  here: number,
  last: number,
  page: () => number,
  isTyping: boolean,
): number | null {
  const upTo = (place: number) => Math.min(last, place);
  switch (key) {
    case 'ArrowDown':
      return upTo(here + 1);
    case 'ArrowUp':
      return Math.max(-1, here - 1);
    case 'PageDown':
      return upTo(here + page());
    case 'PageUp':
      return Math.max(Math.min(here, 0), here - page());
    case 'Home':
      return isTyping ? null : upTo(0);
    case 'End':
      return isTyping ? null : last;
    default:
      return null;
  }
}
