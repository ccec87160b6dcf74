import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Mark } from '../../components/Mark';
import { FailureNotice } from '../../components/Notice';
import { RecoveryStep } from '../../components/RecoveryStep';
import { useFreshRecoveryKey } from '../../components/use-fresh-recovery-key';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import { BringView } from './BringView';
import type { FirstPasskey } from './first-passkey';
import { PasskeyNotice } from './PasskeyNotice';
import { PasswordStep } from './PasswordStep';
import { PersonStep } from './PersonStep';
import { Practice } from './Practice';
import { HaveVault, ReadyStep } from './ReadyStep';
import { RecoverView } from './RecoverView';
import { RenewView } from './RenewView';
import { RescueView } from './RescueView';

const STEPS = ['password', 'recovery', 'ready'] as const;
type Step = (typeof STEPS)[number];

const PURPOSES = ['recover', 'renew', 'rescue', 'add-person', 'bring', 'practice'] as const;
type Purpose = (typeof PURPOSES)[number] | 'set-up';

/** For somebody who knows Lanyard. */
const RETURNING: readonly Purpose[] = ['recover', 'renew'];

/** Why the page was opened: from a link of our other pages, or for the first time. */
function purpose(): Purpose {
  return PURPOSES.find((name) => location.hash === `#${name}`) ?? 'set-up';
}

/** First run, and the other occasions on which a vault is made or a recovery key shown. */
export function App() {
  const { snapshot, failure } = useVault(null);
  const [why, setWhy] = useState(purpose);
  const [confirmed, setConfirmed] = useState(false);
  const [passkey, setPasskey] = useState<FirstPasskey | 'asked' | null>(null);
  /** The accounts come out of a file, into the first vault or into one beside a damaged one. */
  const [bringing, setBringing] = useState<'first' | 'beside' | null>(null);

  useEffect(() => {
    document.title = say('welcome_title');
  }, []);

  const status = snapshot?.status;
  const renewInstead = useCallback(() => setWhy('renew'), []);
  const [recoveryKey, setRecoveryKey] = useFreshRecoveryKey(status, renewInstead);
  const confirm = () => {
    setRecoveryKey(null);
    setConfirmed(true);
  };
  // Decided once: the status changes as soon as the vault is made, and then it has yet to be filled.
  useEffect(() => {
    if (why !== 'bring' || bringing !== null) return;
    if (status === 'none') setBringing('first');
    if (status === 'damaged') setBringing('beside');
  }, [why, bringing, status]);
  const step: Step = confirmed ? 'ready' : recoveryKey !== null ? 'recovery' : 'password';
  const create = (key: string, asked: Promise<FirstPasskey> | null) => {
    setRecoveryKey(key);
    if (!asked) return;
    setPasskey('asked');
    void asked.then(setPasskey);
  };
  // The next step begins at its top; where the focus goes, the page's keeper of it knows.
  useEffect(() => scrollTo(0, 0), [step]);

  function content() {
    if (recoveryKey !== null) return <RecoveryStep recoveryKey={recoveryKey} onConfirmed={confirm} />;
    if (!snapshot) return <FailureNotice failure={failure} />;
    if (confirmed) return <ReadyStep snapshot={snapshot} isNew={!RETURNING.includes(why)} />;
    if (bringing !== null)
      return <BringView beside={bringing === 'beside'} onCreated={(key) => setRecoveryKey(key)} />;
    const bring = () => setWhy('bring');
    if (why === 'add-person') return <PersonStep onCreated={setRecoveryKey} />;
    if (status === 'none') return <PasswordStep onCreated={create} onBring={bring} />;
    if (status === 'damaged') return <RescueView onRestore={bring} />;
    if (why === 'practice') return <Practice snapshot={snapshot} isAlone />;
    if (why === 'recover') return <RecoverView onRecovered={setRecoveryKey} />;
    if (why === 'renew') return <RenewView locked={status === 'locked'} onRenewed={setRecoveryKey} />;
    return <HaveVault />;
  }

  return (
    <div class="page-column">
      <header class="page-head">
        <Mark size={32} />
        <p class="page-name">{say('extension_name')}</p>
        {(why === 'set-up' || why === 'add-person' || step !== 'password') && <Steps at={step} />}
      </header>
      <main>
        {why === 'set-up' && step === 'password' && status === 'none' && (
          <p class="welcome-line">{say('welcome_line')}</p>
        )}
        {step === 'recovery' && passkey && <PasskeyNotice passkey={passkey} />}
        {content()}
      </main>
      <footer class="page-foot">{say('version', browser.runtime.getManifest().version)}</footer>
    </div>
  );
}

function Steps({ at }: { at: Step }) {
  const words = { password: say('step_password'), recovery: say('step_recovery'), ready: say('step_ready') };
  return (
    <ol class="steps" aria-label={say('steps_label')}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          class={STEPS.indexOf(at) >= place ? 'step step-reached' : 'step'}
          aria-current={step === at ? 'step' : undefined}
        >
          <span class="step-number" aria-hidden="true">
            {place + 1}
          </span>
          {words[step]}
        </li>
      ))}
    </ol>
  );
}
