import { useEffect, useRef, useState } from 'preact/hooks';
import { failureFacts } from '../../components/words';
import { Failure, type FailureCode, type FailureFacts } from '../../utils/failure';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, AddAccount, AddAllReport, VaultSnapshot } from '../../utils/messaging/views';
import { type ActiveTab, type Candidates, findCandidates } from '../../utils/platform/active-tab';
import { type PageTexts, readKeyTexts } from '../../utils/platform/page-text';
import { requestAccess } from '../../utils/platform/portal-access';
import { hostOf } from '../../utils/portals/origin';
import type { FoundKey, Reading } from './setup-reading';

type SetupReading = typeof import('./setup-reading');

/** Where nobody asked, a page without a set-up code, or one we may not see, is nothing to speak of. */
const QUIET: readonly FailureCode[] = [
  'no-code-found',
  'reading-too-slow',
  'not-capturable',
  'closed-by-policy',
  'unexpected',
];

/** Where a key came from: this page's picture, or the person's own hands. */
export type Source = 'page' | 'given';

export type Enrolment =
  | { readonly step: 'none' }
  | { readonly step: 'looking' }
  /** `looked`: how many pictures on the page were looked at, where it was the page. */
  | { readonly step: 'failed'; readonly failure: FailureFacts; readonly looked: number | null }
  | { readonly step: 'choose'; readonly keys: readonly FoundKey[]; readonly source: Source }
  | { readonly step: 'confirm'; readonly found: FoundKey; readonly source: Source; readonly saving: boolean }
  | {
      readonly step: 'same';
      readonly found: FoundKey;
      readonly source: Source;
      readonly origin: string | null;
      readonly held: AccountSummary;
    }
  | { readonly step: 'together'; readonly reading: Reading; readonly saving: boolean }
  | { readonly step: 'reported'; readonly report: AddAllReport; readonly unread: Reading['failed'] }
  | { readonly step: 'saved' };

export interface EnrolmentSteps {
  readonly enrolment: Enrolment;
  readonly reader: SetupReading | null;
  /** Looks at the page because the person asked. */
  readonly look: () => void;
  /** Takes what was pasted or typed. */
  readonly take: (read: (reader: SetupReading) => Reading | Promise<Reading>) => void;
  readonly choose: (found: FoundKey, source: Source) => void;
  readonly save: (found: FoundKey, source: Source, origin: string | null, same: AddAccount['same']) => void;
  readonly saveTogether: (reading: Reading) => void;
  readonly dismiss: () => void;
}

/** From a picture, a text or typing to an account in the vault. */
export function useEnrolment(tab: ActiveTab | null, snapshot: VaultSnapshot | null): EnrolmentSteps {
  const [enrolment, setEnrolment] = useState<Enrolment>({ step: 'none' });
  const [reader, setReader] = useState<SetupReading | null>(null);
  const started = useRef(false);
  const accounts = snapshot?.accounts ?? [];
  const ready = snapshot?.status === 'unlocked';
  const shown = useRef(snapshot);
  shown.current = snapshot;

  async function load(): Promise<SetupReading> {
    const loaded = await import('./setup-reading');
    setReader(loaded);
    return loaded;
  }

  function show(reading: Reading, source: Source): void {
    const { keys, together } = reading;
    if (together) setEnrolment({ step: 'together', reading, saving: false });
    else if (keys.length > 1) setEnrolment({ step: 'choose', keys, source });
    else if (keys[0]) setEnrolment({ step: 'confirm', found: keys[0], source, saving: false });
  }

  async function read(asked: boolean): Promise<void> {
    let candidates: Candidates | null = null;
    try {
      if (!tab) throw new Failure('not-capturable');
      if (asked) setEnrolment({ step: 'looking' });
      const texts = readKeyTexts(tab.id).catch(() => NO_TEXTS);
      candidates = await findCandidates(tab.id);
      if (!asked && candidates.rectangles.length === 0 && (await texts).texts.length === 0) return;
      const reader = await load();
      const reading = await readPictures(reader, tab, candidates, await texts);
      // The page still shows the code of an account that was saved from it.
      if (!asked && (await areHeld(reading.keys, reader, shown.current))) return;
      show(reading, 'page');
    } catch (thrown) {
      const failure = failureFacts(thrown);
      const worthSaying = !QUIET.includes(failure.code);
      const boundHere = accounts.some(({ origins }) => tab?.origin && origins.includes(tab.origin));
      if (!asked && (!worthSaying || boundHere)) return;
      setEnrolment({ step: 'failed', failure, looked: candidates?.rectangles.length ?? null });
    }
  }

  useEffect(() => {
    if (!ready || !tab || started.current) return;
    started.current = true;
    // Two frames: the codes are painted before anything is asked of the page.
    requestAnimationFrame(() => requestAnimationFrame(() => read(false)));
  });

  async function take(from: (reader: SetupReading) => Reading | Promise<Reading>): Promise<void> {
    try {
      show(await from(await load()), 'given');
    } catch (thrown) {
      setEnrolment({ step: 'failed', failure: failureFacts(thrown), looked: null });
    }
  }

  /** One tick: Firefox wants the live click for the question, and Chromium's question closes this page. */
  function save(found: FoundKey, source: Source, origin: string | null, same: AddAccount['same']): void {
    const { keyUri } = found;
    const saved = ask('accounts/add', { keyUri, origin, tabId: origin && tab ? tab.id : null, same });
    // The worker watches the answer: nothing here may depend on it.
    if (origin) requestAccess(origin).catch(() => undefined);
    setEnrolment({ step: 'confirm', found, source, saving: true });
    saved.then(
      () => setEnrolment({ step: 'saved' }),
      (thrown) => {
        const failure = failureFacts(thrown);
        const held = failure.code === 'same-account' && accounts.find(({ id }) => id === failure.values[2]);
        if (held) setEnrolment({ step: 'same', found, source, origin, held });
        else setEnrolment({ step: 'failed', failure, looked: null });
      },
    );
  }

  async function saveTogether(reading: Reading): Promise<void> {
    setEnrolment({ step: 'together', reading, saving: true });
    try {
      const report = await ask('accounts/add-all', { keyUris: reading.keys.map(({ keyUri }) => keyUri) });
      setEnrolment({ step: 'reported', report, unread: reading.failed });
    } catch (thrown) {
      setEnrolment({ step: 'failed', failure: failureFacts(thrown), looked: null });
    }
  }

  return {
    enrolment,
    reader,
    look: () => void read(true),
    take,
    choose: (found, source) => setEnrolment({ step: 'confirm', found, source, saving: false }),
    save,
    saveTogether,
    dismiss: () => setEnrolment({ step: 'none' }),
  };
}

const NO_TEXTS: PageTexts = { title: '', texts: [] };

/** The page's pictures, compared with its text; its text alone where no picture holds a set-up code. */
async function readPictures(
  reader: SetupReading,
  tab: ActiveTab,
  candidates: Candidates,
  page: PageTexts,
): Promise<Reading> {
  try {
    const reading = await reader.readPage(tab, candidates);
    return page.texts.length === 0 ? reading : (await import('./page-keys')).compareWithText(reading, page);
  } catch (thrown) {
    const found = NO_SETUP_CODE.includes(failureFacts(thrown).code) && page.texts.length > 0;
    const key = found && (await import('./page-keys')).keyInText(page, tab.origin ? hostOf(tab.origin) : '');
    if (!key) throw thrown;
    return { keys: [key], failed: [], together: false };
  }
}

const NO_SETUP_CODE: readonly FailureCode[] = ['no-code-found', 'not-a-setup-code', 'not-a-setup-text'];

/** The key itself never comes back from the worker; an account of the same name that shows the same code has it. */
async function areHeld(
  keys: readonly FoundKey[],
  reader: SetupReading,
  snapshot: VaultSnapshot | null,
): Promise<boolean> {
  const { accounts = [], replaced = [], clock } = snapshot ?? {};
  const isAlike = ({ account }: AccountSummary) =>
    keys.some(({ key, text }) => text === 'only-key' || account === key.account);
  const alike = [...accounts, ...replaced].filter(isAlike);
  const codes = await ask('codes/list', { accountIds: alike.map(({ id }) => id) }).catch(() => []);
  const now = Date.now();
  const running = new Set(
    codes.map(({ code, nextCode, validUntil }) => (now < validUntil ? code : nextCode)),
  );
  return keys.every((found) => {
    const code = reader.runningCode(found, now + (clock?.offset ?? 0) * 1000);
    return code !== null && running.has(code);
  });
}
