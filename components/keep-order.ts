import type { AccountSummary } from '../utils/messaging/views';

/**
 * `fresh` in the order in which it is shown already: while a page is open no row moves under the pointer. What is new
 * comes after its neighbour, and what was pinned meanwhile stands with the pinned ones, as the person just asked.
 */
export function keepOrder(
  shown: readonly AccountSummary[],
  fresh: readonly AccountSummary[],
): readonly AccountSummary[] {
  if (shown.length === 0) return fresh;
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  let last = -1;
  const placed = fresh.map((account) => {
    const known = places.get(account.id);
    if (known !== undefined) last = known;
    return { account, place: known ?? last + 0.5 };
  });
  return placed
    .sort((a, b) => Number(b.account.pinned) - Number(a.account.pinned) || a.place - b.place)
    .map(({ account }) => account);
}
