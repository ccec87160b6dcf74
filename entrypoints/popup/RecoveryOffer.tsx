import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FailureNotice, Notice } from '../../components/Notice';
import { say, sayMany } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';
import { SiteName } from './SiteName';
import type { Recovering, RecoveryReport } from './use-recovery';

interface Properties {
  readonly account: AccountSummary;
  readonly host: string;
  readonly recovering: Recovering;
  readonly onOpen: () => void;
}

/** An account of a site that asks for a recovery code: one of its codes, after the person has read what that costs. */
export function RecoveryOffer({ account, host, recovering, onOpen }: Properties) {
  const report = recovering.report?.accountId === account.id ? recovering.report : null;
  return (
    <div class="site-card" data-account={account.id} aria-live="polite">
      <SiteName account={account} onOpen={onOpen} />
      {report ? (
        <Outcome report={report} host={host} putBack={recovering.putBack} />
      ) : (
        <Offer account={account} onUse={() => recovering.use(account)} onOpen={onOpen} />
      )}
    </div>
  );
}

interface OfferProperties {
  readonly account: AccountSummary;
  readonly onUse: () => void;
  readonly onOpen: () => void;
}

function Offer({ account, onUse, onOpen }: OfferProperties) {
  const [asked, setAsked] = useState(false);
  const { left, all } = account.recoveryCodes;
  if (left === 0)
    return (
      <>
        <p>{say(all === 0 ? 'recovery_none_kept' : 'recovery_none_left')}</p>
        <div class="buttons">
          <Button onPress={onOpen}>{say('recovery_to_account')}</Button>
        </div>
      </>
    );
  if (!asked)
    return (
      <div class="buttons">
        <Button look="primary" onPress={() => setAsked(true)}>
          {sayMany('recovery_use', left)}
        </Button>
      </div>
    );
  return (
    <>
      <p>{sayMany('recovery_meaning', left - 1)}</p>
      <div class="buttons">
        <Button look="primary" onPress={onUse}>
          {say('recovery_use_agree')}
        </Button>
        <Button escapes onPress={() => setAsked(false)}>
          {say('cancel')}
        </Button>
      </div>
    </>
  );
}

interface OutcomeProperties {
  readonly report: RecoveryReport;
  readonly host: string;
  readonly putBack: () => void;
}

function Outcome({ report: { outcome, code, putBack: isBack, failure }, host, putBack }: OutcomeProperties) {
  const [copied, setCopied] = useState(false);
  if (failure) return <FailureNotice failure={failure} />;
  if (isBack) return <Notice tone="good">{say('recovery_put_back')}</Notice>;
  if (outcome === null) return <p role="status">{say('filling')}</p>;
  if (outcome === 'filled') return <Notice tone="good">{say('recovery_filled', host)}</Notice>;
  if (code === null) return <Notice tone="warn">{say('outcome_no_prompt')}</Notice>;
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    await ask('codes/copied', { code });
  };
  return (
    <>
      <Notice tone="warn">{say('recovery_not_taken')}</Notice>
      <p class="recovery-code">{code}</p>
      <div class="buttons">
        <Button look="primary" onPress={copy}>
          {copied ? say('copied') : say('copy')}
        </Button>
        <Button onPress={putBack}>{say('recovery_still_good')}</Button>
      </div>
    </>
  );
}
