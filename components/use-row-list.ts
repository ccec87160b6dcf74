import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountSummary } from '../utils/messaging/views';
import { FIRST_ROWS, rowsInView, type Sight, scrollToRow } from './rows-in-view';

export interface PlacedAccount {
  readonly account: AccountSummary;
  /** From 0, among all of the list. */
  readonly place: number;
}

export interface RowList {
  /** For the box that scrolls, and for the list in it. */
  readonly box: RefObject<HTMLElement | null>;
  readonly list: RefObject<HTMLUListElement | null>;
  /** Those that are to be drawn: what is in view, some more, and whichever has the focus. */
  readonly drawn: readonly PlacedAccount[];
  /** Scrolls to this row, draws it, and gives it the focus. */
  readonly focusRow: (place: number) => void;
  /** How many whole rows there is room for. */
  readonly page: () => number;
  /** For `focusin` and `focusout` of the list: a row that has the focus stays, wherever it is scrolled to. */
  readonly noteFocus: () => void;
}

/** A list of rows of one height, of which only those in view are drawn, however long it is. */
export function useRowList(accounts: readonly AccountSummary[]): RowList {
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState(FIRST_ROWS);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);

  function sight(): Sight | null {
    if (!box.current || !list.current) return null;
    const { top, height } = list.current.getBoundingClientRect();
    const seen = box.current.getBoundingClientRect();
    return { above: seen.top - top, height: seen.height, row: height / accounts.length };
  }

  const look = useRef(() => {});
  const isPainted = useRef(false);
  look.current = () => {
    const seen = isPainted.current && sight();
    if (!seen) return;
    const next = rowsInView(seen, accounts.length);
    setRows((rows) => (rows.from === next.from && rows.end === next.end ? rows : next));
  };

  function takeFocus(): void {
    const row =
      wanted.current && list.current?.querySelector(`[data-account="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true });
  }

  useLayoutEffect(() => {
    look.current(); // whatever stands above the list may have another height now
    takeFocus();
  });

  useEffect(() => {
    const scroller = box.current!;
    const seen = () => look.current();
    const resized = new ResizeObserver(seen);
    // The first frame shows the first rows; the next one measures what there is room for.
    const next = requestAnimationFrame(() => {
      isPainted.current = true;
      scroller.addEventListener('scroll', seen, { passive: true });
      resized.observe(scroller); // which looks at once
    });
    return () => {
      cancelAnimationFrame(next);
      scroller.removeEventListener('scroll', seen);
      resized.disconnect();
    };
  }, []);

  return {
    box,
    list,
    drawn: drawnOf(accounts, rows.from, rows.end, focused),
    focusRow(place) {
      const [seen, account] = [sight(), accounts[place]];
      if (!seen || !account) return;
      const by = scrollToRow(place, seen);
      box.current!.scrollTop += by < 0 ? Math.floor(by) : Math.ceil(by); // a box scrolls by whole pixels
      wanted.current = account.id;
      setFocused(account.id);
      takeFocus(); // at once where it is drawn already
    },
    page: () => {
      const seen = sight();
      return seen ? Math.max(1, Math.floor(seen.height / seen.row)) : 1;
    },
    noteFocus: () => {
      const row = document.activeElement?.closest<HTMLElement>('[data-place]');
      setFocused(row?.dataset.account ?? null);
    },
  };
}

function drawnOf(
  accounts: readonly AccountSummary[],
  from: number,
  end: number,
  focused: string | null,
): PlacedAccount[] {
  const drawn = accounts.slice(from, end).map((account, index) => ({ account, place: from + index }));
  const place = focused === null ? -1 : accounts.findIndex(({ id }) => id === focused);
  if (place < 0 || (place >= from && place < end)) return drawn;
  const kept = { account: accounts[place]!, place };
  return place < from ? [kept, ...drawn] : [...drawn, kept];
}
