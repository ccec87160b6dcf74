import { Failure } from '../failure';

/**
 * What to say of a page that the browser does not let us into. Only Chromium tells, and in words alone, that an
 * organisation's policy (`runtime_blocked_hosts`) is why.
 * @param thrown by `scripting.executeScript` or `tabs.captureVisibleTab`
 */
export function keptOut(thrown: unknown, otherwise: 'not-capturable' | 'page-unreachable'): Failure {
  const byPolicy = thrown instanceof Error && /ExtensionsSettings policy/.test(thrown.message);
  return new Failure(byPolicy ? 'closed-by-policy' : otherwise);
}
