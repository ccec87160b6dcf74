interface Meaning {
  /** Enter in the search field; `other` with Ctrl or Cmd. */
  readonly enter: (other: boolean) => void;
  /** Ctrl or Cmd and Enter on one account. */
  readonly other: (accountId: string) => void;
  readonly clear: () => void;
}

/** The codes by keys alone: arrows walk over the accounts, letters go back to the search, Enter does what is drawn. */
export function moveByKey(event: KeyboardEvent, search: HTMLInputElement | null, meaning: Meaning): void {
  const target = event.target as HTMLElement;
  const withOther = event.ctrlKey || event.metaKey;
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const place = stops.indexOf(target.closest<HTMLElement>('[data-stop]') ?? target);
    const next = event.key === 'ArrowDown' ? place + 1 : place - 1;
    (next < 0 ? search : stops[Math.min(next, stops.length - 1)])?.focus();
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
