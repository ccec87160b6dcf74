import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../../components/Button';
import { createSearch } from '../../../components/find-accounts';
import { say, sayMany } from '../../../components/words';
import type { AccountSummary } from '../../../utils/messaging/views';
import { formatPlace } from '../place';
import { useGrowing } from '../use-growing';
import { AccountLine } from './AccountLine';
import { RemovedNotice } from './RemovedNotice';

/** Where the removed accounts are, within the section. */
export const TRASH = 'removed';

interface Properties {
  readonly accounts: readonly AccountSummary[];
  /** Removed here a moment ago. */
  readonly removed: AccountSummary | null;
  readonly onForget: () => void;
}

/** All accounts in the popup's order, with its search. */
export function AccountsPanel({ accounts, removed, onForget }: Properties) {
  const [query, setQuery] = useState('');
  const search = useMemo(() => createSearch(accounts), [accounts]);
  const found = useMemo(() => search(query), [search, query]);
  const { drawn, end } = useGrowing(found.length);
  const isSearched = query.trim() !== '';
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{say('accounts_label')}</h2>
        <span class="panel-ways">
          <a id="accounts-removed" href={formatPlace({ section: 'accounts', within: TRASH })}>
            {say('trash_title')}
          </a>
          <Button icon="plus" onPress={openScan}>
            {say('accounts_add')}
          </Button>
        </span>
      </div>
      {removed && <RemovedNotice key={removed.id} account={removed} onForget={onForget} />}
      {accounts.length === 0 && <p class="muted">{say('accounts_none')}</p>}
      {accounts.length > 1 && (
        <input
          type="search"
          class="field-input"
          aria-label={say('search_label')}
          placeholder={sayMany('search', accounts.length)}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <p class="unseen" role="status">
        {isSearched && found.length > 0 && sayMany('accounts_found', found.length)}
      </p>
      {isSearched && found.length === 0 && <p class="muted">{say('search_none', query.trim())}</p>}
      {found.length > 0 && (
        <ul class="account-lines" aria-label={say('accounts_label')}>
          {found.slice(0, drawn).map((account) => (
            <AccountLine key={account.id} account={account} />
          ))}
        </ul>
      )}
      <div ref={end} />
    </section>
  );
}

/** Pictures, the camera, another app's export: all that adds accounts without a portal's page. */
function openScan(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/scan.html') });
}
