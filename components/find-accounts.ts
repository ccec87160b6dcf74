import type { AccountSummary } from '../utils/messaging/views';

/**
 * A search among these accounts: every word typed must be in the issuer, the account or a host, whatever its case or
 * accents. Their text is made once, at the first search.
 */
export function createSearch(
  accounts: readonly AccountSummary[],
): (query: string) => readonly AccountSummary[] {
  let texts: readonly string[] | undefined;
  return (query) => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return accounts;
    texts ??= accounts.map(({ issuer, account, origins }) => folded([issuer, account, ...origins].join(' ')));
    const found = texts;
    return accounts.filter((_, place) => words.every((word) => found[place]!.includes(word)));
  };
}

/** Letters that are no other letter with a mark. */
const ALONE: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

function folded(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ßøłæœđı]/g, (letter) => ALONE[letter]!);
}
