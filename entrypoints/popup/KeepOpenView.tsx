import { useEffect } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { Alone } from '../../components/Alone';
import { Button } from '../../components/Button';
import { CodeDigits } from '../../components/CodeDigits';
import { CodeRing } from '../../components/CodeRing';
import { codeNow, secondsLeft } from '../../components/code-groups';
import { EyeButton } from '../../components/EyeButton';
import { CodesHidden, usePeek } from '../../components/hidden-codes';
import { useCodes } from '../../components/use-codes';
import { useSecond } from '../../components/use-second';
import { useVault } from '../../components/use-vault';
import { say, sayMany } from '../../components/words';
import type { AccountSummary, CodeView } from '../../utils/messaging/views';
import { UnlockView } from './UnlockView';
import { type Copying, useCopy } from './use-copy';

/** One code in a small window that stays when the focus leaves: for programs outside the browser. */
export function KeepOpenView({ accountId }: { accountId: string }) {
  const vault = useVault(null);
  const { snapshot } = vault;
  const copying = useCopy();
  const account = snapshot?.accounts.find(({ id }) => id === accountId);
  const codeOf = useCodes(vault, account ? [account] : []);

  const name = account && shortName(account);
  useEffect(() => {
    if (name) document.title = name;
  }, [name]);

  if (snapshot?.status === 'locked')
    return <UnlockView snapshot={snapshot} tabId={null} title={copying.message} />;
  if (!snapshot) return null;
  if (!account) return <Alone>{say('failure_no_such_account')}</Alone>;
  return (
    <CodesHidden.Provider value={snapshot.hidesCodes}>
      <KeptCode {...{ account, copying }} code={codeOf(account)} />
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
      <h1 class="kept-name">
        <bdi>{shortName(account)}</bdi> <bdi class="muted">{account.issuer ? account.account : ''}</bdi>
      </h1>
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
            <span
              class={short ? 'seconds seconds-short' : 'seconds'}
              role="img"
              aria-label={sayMany('seconds_left', left)}
            >
              {left}
            </span>
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
