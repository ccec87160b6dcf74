import { useRef, useState } from 'preact/hooks';
import { failureFacts, failureSentence, say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, CodeView } from '../../utils/messaging/views';

/** Milliseconds for which "Copied." is shown. */
const SHOWN = 2000;
const SHORT = 3000;

export interface Copying {
  /** The account whose code was copied a moment ago. */
  readonly copiedId: string | null;
  readonly message: string;
  /** Codes of counter accounts that were handed out while this page is open. */
  readonly handedOut: Readonly<Record<string, string>>;
  readonly copy: (account: AccountSummary, code: CodeView | null) => Promise<void>;
}

/** Copies a code; with under three seconds left it says so, and the second press copies the next one. */
export function useCopy(): Copying {
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [handedOut, setHandedOut] = useState<Readonly<Record<string, string>>>({});
  const last = useRef<{ accountId: string; validUntil: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function copy(account: AccountSummary, view: CodeView | null): Promise<void> {
    const left = view ? view.validUntil - Date.now() : Number.POSITIVE_INFINITY;
    const short = left > 0 && left < SHORT;
    const again = last.current?.accountId === account.id && last.current.validUntil === view?.validUntil;
    const which = short && again ? 'next' : 'now';
    last.current = short && !again && view ? { accountId: account.id, validUntil: view.validUntil } : null;
    try {
      const { code } = await ask('codes/copy', { accountId: account.id, which });
      await navigator.clipboard.writeText(code);
      if (account.kind === 'hotp') setHandedOut((codes) => ({ ...codes, [account.id]: code }));
      const { locked } = await ask('codes/copied', { code }).catch(() => ({ locked: false })); // it is copied all the same
      setCopiedId(account.id);
      if (locked) setMessage(say('copied_locked'));
      else if (which === 'next') setMessage(say('copied_next'));
      else setMessage(short ? say('copied_short', Math.max(1, Math.ceil(left / 1000))) : say('copied'));
    } catch (thrown) {
      setCopiedId(null);
      setMessage(failureSentence(failureFacts(thrown)));
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        setCopiedId(null);
        setMessage('');
      },
      SHOWN + (short ? SHORT : 0),
    );
  }

  return { copiedId, message, handedOut, copy };
}
