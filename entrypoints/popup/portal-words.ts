import { formatDay } from '../../components/dates';
import { say, sayMany, type Words } from '../../components/words';
import { findPortal, type Known } from '../../utils/portals/lookup';
import type { Fact, Note, Path, Portal, Recovery, Sharing } from '../../utils/portals/portal';
import { checkedOn, sendsItsCodes } from '../../utils/portals/says';
import { waysWords } from './portal-ways';

/** What the catalogue says of a portal, in sentences. Loaded when there is an account to say it of. */

/** `enrol`: before an account is saved; `account`: on its own page. */
export type Moment = 'enrol' | 'account';

export type PortalWords =
  /** A word of care: the set-up code names a portal that is elsewhere on the web. Nothing else is said then. */
  | { readonly care: string }
  | {
      readonly care: null;
      readonly name: string;
      readonly lines: readonly string[];
      /** Where the lines were read, and the oldest day. */
      readonly pages: readonly string[];
      readonly day: string;
    };

interface Line {
  readonly fact: Fact<unknown>;
  readonly text: string;
}

/** Its sentence, and when it is said. */
type Said = readonly [Words, ...Moment[]];

const NOTES: Readonly<Record<Note, Said>> = {
  'mobile-number': ['portal_note_mobile_number', 'enrol', 'account'],
  'logs-everyone-out': ['portal_note_logs_everyone_out', 'enrol'],
  'for-everyone': ['portal_note_for_everyone', 'enrol'],
  'asks-questions': ['portal_note_asks_questions', 'enrol'],
  'linked-once': ['portal_note_linked_once', 'enrol'],
  'one-authenticator': ['portal_note_one_authenticator', 'enrol', 'account'],
  'one-a-workspace': ['portal_note_one_a_workspace', 'enrol', 'account'],
  'tick-first': ['portal_note_tick_first', 'account'],
  'reset-asks-code': ['portal_note_reset_asks_code', 'account'],
  'pin-is-no-code': ['portal_note_pin_is_no_code', 'account'],
  'not-for-prescriptions': ['portal_note_not_for_prescriptions', 'enrol', 'account'],
};

const SHARING: Readonly<Record<Sharing, Said>> = {
  prohibited: ['portal_sharing_prohibited', 'enrol', 'account'],
  discouraged: ['portal_sharing_discouraged', 'account'],
  unclear: ['portal_sharing_unclear', 'account'],
};

/** Null where nothing is known that is of use at this moment. */
export function portalWords(host: string | null, issuer: string, moment: Moment): PortalWords | null {
  const known = findPortal({ host, issuer });
  if (!known) return null;
  const { portal } = known;
  const care = moment === 'enrol' ? careWords(known, host) : null;
  if (care !== null) return { care };
  const lines = linesOf(portal, moment);
  if (lines.length === 0) return null;
  const facts = lines.map(({ fact }) => fact);
  const pages = [...new Set(facts.flatMap(({ from }) => from.map((name) => portal.sources[name]!.url)))];
  const texts = lines.map(({ text }) => text);
  return { care, name: portal.name, lines: texts, pages, day: dayOf(portal, facts) };
}

/** Anybody can write a portal's name into a set-up code; where its logins are known, and this page is none, it is said. */
function careWords({ portal, by }: Known, host: string | null): string | null {
  const { hosts, domains } = portal;
  if (by === 'host' || host === null || !hosts) return null;
  const own = new Set([...hosts.is.map(withoutBlanks), ...(domains?.is ?? [])]);
  return say('portal_elsewhere', portal.name, [...own].join(', '), host);
}

const withoutBlanks = (host: string) => host.replace(/\{[a-z]+\}\./g, '');

function linesOf(portal: Portal, moment: Moment): Line[] {
  const { name, notes = [], sharing, desktop } = portal;
  const line = (fact: Fact<unknown>, [words, ...moments]: Said): Line[] =>
    moments.includes(moment) ? [{ fact, text: say(words, name) }] : [];
  return [
    ...sendsLine(portal),
    ...(moment === 'account' ? laterLines(portal) : []),
    ...notes.flatMap((fact) => line(fact, NOTES[fact.is])),
    ...(sharing ? line(sharing, SHARING[sharing.is]) : []),
    ...(desktop ? [{ fact: desktop, text: say('portal_desktop', name) }] : []),
  ];
}

function sendsLine(portal: Portal): Line[] {
  const { methods: fact, name } = portal;
  const ways = sendsItsCodes(portal);
  if (!fact || !ways) return [];
  const day = dayOf(portal, [fact]);
  return [{ fact, text: say('portal_sends', name, day, waysWords(ways)) }];
}

/** In the person's own zone it is that day, too. */
function dayOf(portal: Portal, facts: readonly Fact<unknown>[]): string {
  return formatDay(Date.parse(`${checkedOn(portal, facts)}T12:00`));
}

function laterLines({ name, setUp, lastButton, reset, recovery, remember, locksAfter }: Portal): Line[] {
  const recovered = recovery && recoveryWords(name, recovery.is);
  return [
    reset && { fact: reset, text: resetWords(name, reset) },
    recovery && recovered && { fact: recovery, text: recovered },
    remember && { fact: remember, text: rememberWords(name, remember) },
    setUp && { fact: setUp, text: say('portal_set_up_at', pathWords(wholePath(setUp, lastButton))) },
    locksAfter && { fact: locksAfter, text: sayMany('portal_locks', locksAfter.is, name) },
  ].filter((line) => !!line);
}

function resetWords(name: string, { is: { by, path } }: NonNullable<Portal['reset']>): string {
  if (by === 'vendor') return say('portal_reset_vendor', name);
  return path ? say('portal_reset_at', pathWords(path)) : say('portal_reset');
}

function recoveryWords(name: string, recovery: Recovery): string | null {
  switch (recovery.kind) {
    case 'codes':
      if (recovery.path) return say('portal_codes_at', pathWords(recovery.path));
      return recovery.count ? say('portal_codes_count', name, recovery.count) : say('portal_codes', name);
    case 'questions':
      return say('portal_codes_none_questions');
    case 'mail':
      return say('portal_codes_none_mail', name);
    case 'another-method':
      return say('portal_codes_none_another', name);
    case 'administrator':
      return null; // the reset says it
  }
}

function rememberWords(name: string, { is: remember }: NonNullable<Portal['remember']>): string {
  const { label, days, byItself } = remember;
  if (days === undefined) return say('portal_remembers', name);
  if (label) return sayMany('portal_remembers_label', days, label);
  return byItself
    ? sayMany('portal_remembers_itself', days, name)
    : sayMany('portal_remembers_days', days, name);
}

/** With the button at its end, where that is told and is not the last step already. */
function wholePath({ is: path }: Fact<Path>, lastButton: Portal['lastButton']): Path {
  return lastButton && lastButton.is !== path.at(-1) ? [...path, lastButton.is] : path;
}

function pathWords(path: Path): string {
  return path.join(say('portal_path_between'));
}
