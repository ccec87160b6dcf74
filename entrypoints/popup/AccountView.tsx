import { browser } from 'wxt/browser';
import { AccountForm } from '../../components/AccountForm';
import { AccountHosts } from '../../components/AccountHosts';
import { shortName } from '../../components/AccountName';
import { Button, IconButton } from '../../components/Button';
import { CodeDigits } from '../../components/CodeDigits';
import { CodeRing } from '../../components/CodeRing';
import { codeNow, secondsLeft } from '../../components/code-groups';
import { EyeButton } from '../../components/EyeButton';
import { usePeek } from '../../components/hidden-codes';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { useCodes } from '../../components/use-codes';
import { useSecond } from '../../components/use-second';
import type { VaultView } from '../../components/use-vault';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, VaultSnapshot } from '../../utils/messaging/views';
import { requestAccess } from '../../utils/platform/portal-access';
import { hostOf } from '../../utils/portals/origin';
import { AccountRecovery } from './AccountRecovery';
import { OldKeys } from './OldKeys';
import { PortalNotes } from './PortalNotes';
import { rememberedThere } from './remembered-words';
import { SecondDevice } from './SecondDevice';
import type { Copying } from './use-copy';

interface Properties {
  readonly account: AccountSummary;
  readonly vault: VaultView;
  readonly snapshot: VaultSnapshot;
  readonly origin: string | null;
  readonly tabId: number | null;
  readonly copying: Copying;
  readonly onBack: () => void;
  readonly onRemoved: () => void;
}

/** One account: its code, its names, where it is used, and its removal. */
export function AccountView(properties: Properties) {
  const { account, vault, snapshot, origin, tabId, copying, onBack, onRemoved } = properties;
  const replaced = snapshot.replaced.filter(({ by }) => by === account.id);
  const codeOf = useCodes(vault, [account, ...replaced]);
  const code = codeOf(account);
  const remembered = snapshot.remembered.filter(({ accountId }) => accountId === account.id);
  const now = useSecond();
  const { busy, failure, attempt } = useAttempt();
  const left = code && secondsLeft(code, account.period, now);
  const short = left !== null && left <= 5;
  const peek = usePeek();
  const remove = async () => {
    await attempt(ask('accounts/remove', { accountId: account.id }).then(onRemoved));
  };
  const pin = () => attempt(ask('accounts/pin', { accountId: account.id, pinned: !account.pinned }));
  const keepOpen = () => {
    const url = `${browser.runtime.getURL('/popup.html')}#keep-open=${encodeURIComponent(account.id)}`;
    browser.windows.create({ type: 'popup', url, width: 300, height: 210 });
    window.close();
  };
  return (
    <div class="view">
      <header class="bar">
        <IconButton escapes icon="back" label={say('back')} onPress={onBack} />
        <h1 class="bar-title">
          <bdi>{shortName(account)}</bdi>
        </h1>
        <IconButton icon="pin" label={say('pin')} pressed={account.pinned} onPress={pin} />
      </header>
      <main class="scroll page">
        <div class="account-code">
          <span class="account-digits">
            <CodeDigits
              code={code ? codeNow(code, now) : (copying.handedOut[account.id] ?? null)}
              digits={account.digits}
              shown={peek.shown}
            />
          </span>
          <EyeButton peek={peek} />
          {code && <CodeRing validUntil={code.validUntil} period={account.period} short={short} />}
          <Button onPress={() => copying.copy(account, code)}>{say('copy')}</Button>
          <IconButton icon="window" label={say('keep_open')} onPress={keepOpen} />
        </div>
        <p class="account-status" role="status">
          {copying.message}
        </p>
        <FailureNotice failure={failure} />
        {remembered.map((each) => (
          <p key={each.origin} class="small muted">
            {rememberedThere(each, now)}
          </p>
        ))}
        <AccountHosts account={account} origin={origin} tabId={tabId} requestAccess={requestAccess} />
        <AccountRecovery account={account} tabId={tabId} />
        <OldKeys account={account} replaced={replaced} codeOf={codeOf} now={now} copying={copying} />
        <SecondDevice account={account} />
        <AccountForm account={account} />
        <div class="buttons">
          <Button look="danger" disabled={busy} onPress={remove}>
            {say('remove_account')}
          </Button>
        </div>
        <PortalNotes host={hostOfAccount(account)} issuer={account.issuer} moment="account" />
      </main>
    </div>
  );
}

function hostOfAccount({ origins: [bound] }: AccountSummary): string | null {
  return bound === undefined ? null : hostOf(bound);
}
