import { Failure } from '../failure';
import { cleanName } from './label';

/** Kinds of second factor that come as a URI of their own and that we cannot make codes for. */
const OTHER_KINDS = new Set(['steam', 'motp', 'phonefactor']);

/** A text that might be a set-up code, taken apart at its scheme. */
export interface SchemedText {
  /** Lower case, without the colon; empty where there is none. */
  readonly scheme: string;
  /** What follows `scheme:` and its slashes. */
  readonly rest: string;
}

export function readScheme(text: string): SchemedText {
  // Some scanners print what they found before the text they found.
  const [, scheme = '', rest = ''] =
    /^(?:QR[- ]?Code:)?\s*(?:([a-z][a-z0-9+.-]*):\/*)?(.*)$/is.exec(text.trim()) ?? [];
  return { scheme: scheme.toLowerCase(), rest };
}

/**
 * Why a text is no set-up code of ours. The value of `not-a-setup-code` is the host of a link or the scheme of
 * another URI; plain text is not repeated, it may be something private.
 */
export function refuseScheme({ scheme, rest }: SchemedText): Failure {
  if (OTHER_KINDS.has(scheme)) return new Failure('kind-unsupported', scheme);
  const target = cleanName(hostOf(scheme, rest) ?? scheme);
  return target === '' ? new Failure('not-a-setup-text') : new Failure('not-a-setup-code', target);
}

function hostOf(scheme: string, rest: string): string | null {
  if (scheme !== 'https' && scheme !== 'http') return null;
  try {
    return new URL(`${scheme}://${rest}`).hostname;
  } catch {
    return null;
  }
}
