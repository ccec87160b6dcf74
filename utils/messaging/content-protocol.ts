import type { Asked } from '../autofill/length';
import type { PromptKind } from '../autofill/prompt';
import type { Tick } from '../autofill/remember';
import type { FillOutcome } from './views';

/** What is said between the worker and a web page's content script. */

/** A prompt as the content script tells of it. `why`: ids of the evidence, never words of the page. */
export interface PromptFacts {
  readonly prompt: PromptKind;
  readonly why: readonly string[];
}

/** What the content script is to do about the prompt it found. */
export type OfferReply =
  /** Nothing bound here, or nothing started by the person: stay silent. */
  | 'nothing'
  /** Bound here, but the vault is locked: the badge says so. */
  | 'locked'
  /** A login the person started is waiting for this code: ask for it. */
  | 'ask-for-code'
  /** A login the person started ended at a code that is not ours to give: say so, once. */
  | 'say-other';

export interface FillReport {
  readonly outcome: FillOutcome;
  /** The words on the page's own button for the code, as it writes them; null where it is not clear which one it is. */
  readonly goOn: string | null;
}

/** Asked by the content script, which is not trusted: origin, tab, frame and document come from the sender. */
export interface ContentProtocol {
  /** A person is at a login form or a prompt. Changes nothing: the worker is up by the time it is submitted. */
  'fill/wake'(): void;
  /** There is a box that a code might be for: the script that can tell is wanted in this frame. */
  'fill/reader'(): void;
  /** The person submitted a login name on a page of its own. Arms nothing; see `fill/arm` for what is kept. */
  'fill/name'(login: { loginName: string }): void;
  /** The person submitted a form that holds a filled password box. Of the name only whose account it is, is kept. */
  'fill/arm'(login: { loginName: string | null }): void;
  /**
   * A prompt is on the page; discloses nothing. `cameFrom`: origin of the referrer, or null where it is not told.
   * `shown`: e-mail addresses that the page shows beside the prompt.
   */
  'fill/offer'(facts: { cameFrom: string | null; shown: readonly string[] } & PromptFacts): OfferReply;
  /** The prompt offered last is no longer there. */
  'fill/gone'(): void;
  /**
   * The one door. `sendsTo`: where the prompt's form sends what is typed, null for its own origin. `asked`: how long a code
   * the prompt has room for. `wait`: milliseconds until a fresh code; ask again then. `submits`: the person wants the
   * page's button pressed as well.
   * @throws Failure `wrong-length`; `sent-elsewhere`, `sent-in-address` where a person has to agree to it first
   */
  'fill/code'(prompt: {
    sendsTo: string | null;
    asked: Asked;
  }): { code: string; submits: boolean } | { wait: number };
  /** The door for recovery codes: one, only after a person said so in the popup, for this page. Used up before it leaves. */
  'fill/recovery'(): { code: string };
  /**
   * The prompt was sent with these boxes beside it, ticked or not. Their words tell whether this browser is remembered,
   * and are not kept.
   */
  'fill/ticks'(prompt: { ticks: readonly Tick[] }): void;
  /** What was filled went off to the portal: a button was pressed, or the page did it by itself. */
  'fill/sent'(): void;
  'fill/outcome'(report: { outcome: FillOutcome }): void;
  /** The fixed words of a hint, in the language the person chose; $1 stands where its number goes. */
  'words/hint'(query: { hint: string }): string;
}

/** Said by the worker to a content script; never carries a code. */
export interface TabProtocol {
  /** Look again and offer what is there: the vault was unlocked, or access granted. */
  'fill/look'(): void;
  /** A person asked for a code on this page: find the prompt, ask for the code, write it, say how it went. */
  'fill/ready'(): FillReport;
  /** A person gave a recovery code up for this page: find its box, ask for the code, write it, say how it went. */
  'fill/recovery-ready'(): { outcome: FillOutcome };
}
