import type { AccountSummary, CodeView } from '../utils/messaging/views';

/** What the worker has told of codes, and what has to be asked for anew. Times in milliseconds since the epoch. */
export interface CodeBook {
  /** The code now and the one after it; null where neither is known. */
  readonly of: (account: Pick<AccountSummary, 'id' | 'period'>, now: number) => CodeView | null;
  readonly add: (views: readonly CodeView[]) => void;
  /** Something has changed: what is known is shown until it is told anew, but for what came with the news. */
  readonly renew: (views: readonly CodeView[]) => void;
  /** Those of these accounts whose code is not known, is over, or was told before the last news. */
  readonly lacking: (accountIds: readonly string[], now: number) => string[];
  /** When the first of these codes is over; `Infinity` where none is known. */
  readonly nearestEnd: (accountIds: readonly string[]) => number;
}

export function createCodeBook(): CodeBook {
  const views = new Map<string, CodeView>();
  const old = new Set<string>();

  function add(told: readonly CodeView[]): void {
    for (const view of told) {
      views.set(view.accountId, view);
      old.delete(view.accountId);
    }
  }

  const endOf = (id: string) => views.get(id)?.validUntil ?? Number.NEGATIVE_INFINITY;

  return {
    add,
    of({ id, period }, now) {
      const view = views.get(id);
      return view && now < view.validUntil + period * 1000 ? view : null;
    },
    renew(told) {
      for (const id of views.keys()) old.add(id);
      add(told);
    },
    lacking: (accountIds, now) => accountIds.filter((id) => old.has(id) || endOf(id) <= now),
    nearestEnd: (accountIds) => Math.min(...accountIds.filter((id) => views.has(id)).map(endOf)),
  };
}
