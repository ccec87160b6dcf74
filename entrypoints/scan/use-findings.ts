import { useRef, useState } from 'preact/hooks';
import { failureFacts } from '../../components/words';
import type { FailureFacts } from '../../utils/failure';
import { beginAgain, type Collected, collect, isWhole, type News, NOTHING } from '../../utils/otp/collect';
import type { SetupText } from '../../utils/otp/setup-text';

/** A picture, or a line of a pasted text. */
export interface Source {
  /** What to call it where there are several; null for one that stands alone. */
  readonly name: string | null;
  /** @throws Failure */
  readonly read: () => Promise<readonly SetupText[]>;
}

export interface Problem {
  readonly name: string | null;
  readonly failure: FailureFacts;
}

/** `more`: something was found, and there is more to come. `refused`: it was a code, and no set-up code. */
export type Taken = 'nothing' | 'refused' | 'known' | 'more' | 'enough';

export interface Findings {
  readonly collected: Collected;
  readonly problems: readonly Problem[];
  /** All that was read was there already. */
  readonly isKnown: boolean;
  /** A part of another export than the one begun. */
  readonly conflict: SetupText | null;
  readonly busy: boolean;
  readonly take: (sources: readonly Source[]) => Promise<void>;
  /** One picture of many: what holds no code is passed over in silence, and from a moving hand also what holds half of one. */
  readonly takeFrame: (read: Source['read'], isStill: boolean) => Promise<Taken>;
  readonly settle: (begin: 'again' | 'leave-out') => void;
  readonly forget: () => void;
}

/** The next picture may do better. */
const PASSING: readonly string[] = ['no-code-found', 'reading-too-slow'];
const UNSTEADY: readonly string[] = ['picture-cut-off', 'picture-too-small'];

/** What was read on this page so far. It is held here alone, and gone with the page or the lock. */
export function useFindings(): Findings {
  const [collected, setCollected] = useState(NOTHING);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isKnown, setKnown] = useState(false);
  const [conflict, setConflict] = useState<SetupText | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(NOTHING);

  function keep(found: Collected): void {
    latest.current = found;
    setCollected(found);
  }

  function add(texts: readonly SetupText[]): News[] {
    const { collected, news } = collect(latest.current, texts);
    keep(collected);
    const stranger = texts[news.indexOf('conflict')];
    if (stranger) setConflict(stranger);
    return news;
  }

  async function take(sources: readonly Source[]): Promise<void> {
    setBusy(true);
    setKnown(false);
    setProblems([]);
    const failed: Problem[] = [];
    const texts: SetupText[] = [];
    for (const { name, read } of sources)
      try {
        texts.push(...(await read()));
      } catch (thrown) {
        failed.push({ name: sources.length > 1 ? name : null, failure: failureFacts(thrown) });
      }
    const news = add(texts);
    setProblems(failed);
    setKnown(news.length > 0 && news.every((each) => each === 'known'));
    setBusy(false);
  }

  async function takeFrame(read: Source['read'], isStill: boolean): Promise<Taken> {
    try {
      const news = add(await read());
      const known = news.every((each) => each === 'known');
      setProblems([]);
      setKnown(known && isStill);
      if (known) return 'known';
      return isWhole(latest.current) || news.includes('conflict') ? 'enough' : 'more';
    } catch (thrown) {
      const failure = failureFacts(thrown);
      if (PASSING.includes(failure.code) || (!isStill && UNSTEADY.includes(failure.code))) return 'nothing';
      setProblems([{ name: null, failure }]);
      return 'refused';
    }
  }

  function settle(begin: 'again' | 'leave-out'): void {
    if (conflict && begin === 'again') keep(beginAgain(latest.current, conflict));
    setConflict(null);
  }

  function forget(): void {
    keep(NOTHING);
    setProblems([]);
    setKnown(false);
    setConflict(null);
  }

  return { collected, problems, isKnown, conflict, busy, take, takeFrame, settle, forget };
}
