import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, VaultSnapshot } from '../../utils/messaging/views';
import { isPracticeCode, PRACTICE_ACCOUNT, practiceKey } from '../../utils/otp/practice';
import { drawKey } from '../../utils/transfer/draw-key';

/**
 * A clinic to try things on, before they matter: it shows a set-up code, asks for a code of it, and really checks what
 * is typed. The account is a real one in the vault, and is removed for good at the end.
 */
export function Practice({ snapshot, isAlone = false }: { snapshot: VaultSnapshot; isAlone?: boolean }) {
  const [accepted, setAccepted] = useState(false);
  /** Known, not guessed: a locked vault shows no accounts either. */
  const [removed, setRemoved] = useState(false);
  const account = snapshot.accounts.find(isPractice);

  const Heading = isAlone ? 'h1' : 'h2';

  function content() {
    if (removed) return null;
    if (!account) return <SetUp />;
    if (accepted) return <Accepted account={account} onRemoved={() => setRemoved(true)} />;
    return <LogIn offset={snapshot.clock.offset} onAccepted={() => setAccepted(true)} />;
  }

  /** What was reached: it stands in one place, so that it is read out as it changes. */
  function news(): string | null {
    if (removed) return say('practice_removed');
    if (!account) return null;
    return accepted ? say('practice_accepted') : say('practice_saved');
  }

  return (
    <section class="panel" aria-labelledby="practice">
      <Heading id="practice">{say('practice_title')}</Heading>
      <Notice tone="good">{news()}</Notice>
      {content()}
      <p class="muted small">{say('practice_honest')}</p>
    </section>
  );
}

/** A portal's account has a site that it is used on, or other names. */
export function isPractice({ account, origins }: AccountSummary): boolean {
  return account === PRACTICE_ACCOUNT && origins.length === 0;
}

function SetUp() {
  const [{ svg, side }] = useState(() => drawKey(practiceKey(say('practice_issuer'))));
  return (
    <div class="practice">
      <img
        data-set-up-code
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={say('practice_picture')}
        width={side * 3}
        height={side * 3}
      />
      <ol class="practice-steps">
        <li>{say('practice_click')}</li>
        <li>{say('practice_save')}</li>
      </ol>
    </div>
  );
}

function LogIn({ offset, onAccepted }: { offset: number; onAccepted: () => void }) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const take = (text: string) => {
    const digits = text.replace(/\D/g, '');
    const right = isPracticeCode(digits, Date.now() + offset * 1000);
    setTyped(text);
    setRefused(digits.length >= 6 && !right);
    if (right) onAccepted();
  };
  return (
    <>
      <ol class="practice-steps">
        <li>{say('practice_copy')}</li>
        <li>{say('practice_paste')}</li>
      </ol>
      <div class="practice-code">
        <Field
          label={say('practice_code')}
          value={typed}
          onInput={take}
          hasFocus
          note={refused ? say('practice_refused') : ''}
        />
      </div>
    </>
  );
}

function Accepted({ account, onRemoved }: { account: AccountSummary; onRemoved: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const remove = async () => {
    await ask('accounts/remove', { accountId: account.id });
    await ask('accounts/purge', { accountId: account.id });
    onRemoved();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button look="primary" disabled={busy} onPress={() => attempt(remove())}>
          {say('practice_remove')}
        </Button>
      </div>
    </>
  );
}
