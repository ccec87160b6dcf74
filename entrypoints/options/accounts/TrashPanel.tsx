import { useEffect, useState } from 'preact/hooks';
import { shortName } from '../../../components/AccountName';
import { Button } from '../../../components/Button';
import { formatDay } from '../../../components/dates';
import { FailureNotice } from '../../../components/Notice';
import { useAttempt } from '../../../components/use-attempt';
import { say } from '../../../components/words';
import { ask } from '../../../utils/messaging/client';
import type { TrashedAccount, VaultSnapshot } from '../../../utils/messaging/views';
import { useGrowing } from '../use-growing';
import { usePlaceHead } from './use-place-head';

/** Accounts on their way out, each to be had back. */
export function TrashPanel({ snapshot }: { snapshot: VaultSnapshot }) {
  const [accounts, setAccounts] = useState<readonly TrashedAccount[] | null>(null);
  const head = usePlaceHead();
  const { drawn, end } = useGrowing(accounts?.length ?? 0);

  useEffect(() => {
    ask('accounts/trash').then(setAccounts, () => setAccounts(null)); // locked meanwhile: the next snapshot says so
  }, [snapshot]);

  return (
    <section class="panel">
      <h2 class="place-head" ref={head} tabIndex={-1}>
        {say('trash_title')}
      </h2>
      <p class="muted">{say('trash_why')}</p>
      {accounts?.length === 0 && <p class="muted">{say('trash_none')}</p>}
      {accounts && accounts.length > 0 && (
        <div>
          <ul class="lines">
            {accounts.slice(0, drawn).map((account) => (
              <TrashLine key={account.id} account={account} />
            ))}
          </ul>
          <div ref={end} />
        </div>
      )}
    </section>
  );
}

function TrashLine({ account }: { account: TrashedAccount }) {
  const [asked, setAsked] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const { id: accountId } = account;
  return (
    <li class="line">
      <span class="line-name">
        <bdi>{shortName(account)}</bdi>
        <bdi class="line-note">{account.issuer ? account.account : ''}</bdi>
        <span class="line-note">{fate(account)}</span>
      </span>
      {!asked && (
        <span class="line-buttons">
          <Button disabled={busy} onPress={() => attempt(ask('accounts/restore', { accountId }))}>
            {say('restore')}
          </Button>
          <Button look="quiet" disabled={busy} onPress={() => setAsked(true)}>
            {say('purge')}
          </Button>
        </span>
      )}
      {asked && (
        <div class="line-form form">
          <p>{say('purge_why')}</p>
          <div class="buttons">
            <Button
              look="danger"
              disabled={busy}
              onPress={() => attempt(ask('accounts/purge', { accountId }))}
            >
              {say('purge')}
            </Button>
            <Button escapes onPress={() => setAsked(false)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      )}
      <FailureNotice failure={failure} />
    </li>
  );
}

const WHY = { removed: 'trash_removed', replaced: 'trash_replaced', merged: 'trash_merged' } as const;

function fate({ why, retiredAt, goneAt }: TrashedAccount): string {
  const when = say(WHY[why], formatDay(retiredAt));
  return `${when} ${goneAt === null ? say('trash_waits') : say('trash_gone', formatDay(goneAt))}`;
}
