import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Mark } from '../../components/Mark';
import { FailureNotice } from '../../components/Notice';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import { PasswordStep } from './PasswordStep';
import { HaveVault, ReadyStep } from './ReadyStep';
import { RecoverView } from './RecoverView';
import { RecoveryStep } from './RecoveryStep';
import { RenewView } from './RenewView';

const STEPS = ['password', 'recovery', 'ready'] as const;
type Step = (typeof STEPS)[number];

/** Why the page was opened: from the popup's links, or for the first time. */
function purpose(): 'set-up' | 'recover' | 'renew' {
  if (location.hash === '#recover') return 'recover';
  return location.hash === '#renew' ? 'renew' : 'set-up';
}

/** First run, and the two other occasions on which a recovery key is shown. */
export function App() {
  const { snapshot, failure } = useVault(null, false);
  const [why] = useState(purpose);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState(false);

  useEffect(() => {
    document.title = say('welcome_title');
  }, []);

  const status = snapshot?.status;
  const step: Step = confirmed ? 'ready' : recoveryKey !== null ? 'recovery' : 'password';

  function content() {
    if (recoveryKey !== null && !confirmed)
      return <RecoveryStep recoveryKey={recoveryKey} onConfirmed={() => setConfirmed(true)} />;
    if (confirmed) return <ReadyStep />;
    if (!snapshot) return <FailureNotice failure={failure} />;
    if (status === 'none') return <PasswordStep onCreated={setRecoveryKey} />;
    if (why === 'recover') return <RecoverView onRecovered={setRecoveryKey} />;
    if (why === 'renew') return <RenewView locked={status === 'locked'} onRenewed={setRecoveryKey} />;
    return <HaveVault />;
  }

  return (
    <div class="page-column">
      <header class="page-head">
        <Mark size={32} />
        <p class="page-name">{say('extension_name')}</p>
        {(why === 'set-up' || recoveryKey !== null) && <Steps at={step} />}
      </header>
      <main>{content()}</main>
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
