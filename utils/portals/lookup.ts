import { CATALOGUE } from './catalogue';
import { fitsHost, isUnder } from './host-pattern';
import type { Portal } from './portal';

export interface Known {
  readonly portal: Portal;
  /** By the host, which a page cannot choose; or only by what a set-up code calls itself, which anybody can write. */
  readonly by: 'host' | 'issuer';
}

/**
 * The portal at this host, or else the one that this issuer names: good for words to be shown, and for nothing else.
 * @param host as `hostOf` gives it; null where there is none
 */
export function findPortal(
  { host, issuer }: { readonly host: string | null; readonly issuer: string },
  catalogue: readonly Portal[] = CATALOGUE,
): Known | null {
  const there = host === null ? null : portalAt(host, catalogue);
  if (there) return { portal: there, by: 'host' };
  const named = portalNamed(issuer, catalogue);
  return named && { portal: named, by: 'issuer' };
}

/** The portal people log in to at this host; a host of the catalogue goes before a domain. */
export function portalAt(host: string, catalogue: readonly Portal[] = CATALOGUE): Portal | null {
  return (
    catalogue.find(({ hosts }) => hosts?.is.some((pattern) => fitsHost(pattern, host))) ??
    catalogue.find(({ domains }) => domains?.is.some((domain) => isUnder(domain, host))) ??
    null
  );
}

function portalNamed(issuer: string, catalogue: readonly Portal[]): Portal | null {
  const wanted = folded(issuer);
  if (wanted === '') return null;
  const isIt = (name: string) => folded(name) === wanted;
  return catalogue.find(({ name, alsoCalled = [] }) => isIt(name) || alsoCalled.some(isIt)) ?? null;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
