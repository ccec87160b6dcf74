import { useEffect } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { CodeDigits } from '../../components/CodeDigits';
import { CodeRing } from '../../components/CodeRing';
import { codeNow, secondsLeft } from '../../components/code-groups';
import { EyeButton } from '../../components/EyeButton';
import { CodesHidden, usePeek } from '../../components/hidden-codes';
import { useSecond } from '../../components/use-second';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import type { AccountSummary, CodeView } from '../../utils/messaging/views';
import { UnlockView } from './UnlockView';
import { type Copying, useCopy } from './use-copy';

/** One code in a small window that stays when the focus leaves: for programs outside the browser. */
export function KeepOpenView({ accountId }: { accountId: string }) {
  const { snapshot } = useVault(null);
  const copying = useCopy();
  const account = snapshot?.accounts.find(({ id }) => id === accountId);

  const name = account && shortName(account);
  useEffect(() => {
    if (name) document.title = name;
  }, [name]);

  if (snapshot?.status === 'locked')
    return <UnlockView snapshot={snapshot} tabId={null} title={copying.message} />;
  if (!snapshot) return null;
  if (!account) return <main class="alone">{say('failure_no_such_account')}</main>;
  const code = snapshot.codes.find((view) => view.accountId === accountId) ?? null;
  return (
    <CodesHidden.Provider value={snapshot.hidesCodes}>
      <KeptCode {...{ account, code, copying }} />
    </CodesHidden.Provider>
  );
}

interface Properties {
  readonly account: AccountSummary;
  readonly code: CodeView | null;
  readonly copying: Copying;
}

function KeptCode({ account, code, copying }: Properties) {
  const now = useSecond();
  const peek = usePeek();
  const left = code && secondsLeft(code, account.period, now);
  const short = left !== null && left <= 5;
  return (
    <main class="kept">
      <p class="kept-name">
        <bdi>{shortName(account)}</bdi> <bdi class="muted">{account.issuer ? account.account : ''}</bdi>
      </p>
      <div class="site-code">
        <CodeDigits
          code={code ? codeNow(code, now) : (copying.handedOut[account.id] ?? null)}
          digits={account.digits}
          shown={peek.shown}
        />
        <EyeButton peek={peek} />
        {code && left !== null && (
          <span class="site-left">
            <CodeRing validUntil={code.validUntil} period={account.period} short={short} />
            <span class={short ? 'seconds seconds-short' : 'seconds'}>{left}</span>
          </span>
        )}
      </div>
      <div class="kept-foot">
        <Button look="primary" onPress={() => copying.copy(account, code)}>
          {say('copy')}
        </Button>
        <p role="status">{copying.message}</p>
      </div>
    </main>
  );
}
