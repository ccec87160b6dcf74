import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { createSearch } from '../../../components/find-accounts';
import { openPage } from '../../../components/open-page';
import { say, sayMany } from '../../../components/words';
import type { AccountSummary } from '../../../utils/messaging/views';
import { formatPlace } from '../place';
import { useGrowing } from '../use-growing';
import { AccountLine, rowId } from './AccountLine';
import { DOUBLES, TRASH } from './places';
import { RemovedNotice } from './RemovedNotice';

interface Properties {
  readonly accounts: readonly AccountSummary[];
  /** How many logins are here more than once. */
  readonly doubles: number;
  /** Removed here a moment ago. */
  readonly removed: AccountSummary | null;
  readonly onForget: () => void;
}

/** All accounts in the popup's order, with its search. */
export function AccountsPanel({ accounts, doubles, removed, onForget }: Properties) {
  const [query, setQuery] = useState('');
  const search = useMemo(() => createSearch(accounts), [accounts]);
  const found = useMemo(() => search(query), [search, query]);
  const { drawn, end } = useGrowing(found.length);
  const isSearched = query.trim() !== '';
  return (
    <section class="panel">
      <div class="panel-head">
        <span class="panel-ways">
          <h2>{say('accounts_label')}</h2>
          {/* Comes later than the rest, and moves none of it. */}
          {doubles > 0 && (
            <a id={rowId(DOUBLES)} href={formatPlace({ section: 'accounts', within: DOUBLES })}>
              {sayMany('doubles_found', doubles)}
            </a>
          )}
        </span>
        <span class="panel-ways">
          <a id={rowId(TRASH)} href={formatPlace({ section: 'accounts', within: TRASH })}>
            {say('trash_title')}
          </a>
          <Button icon="plus" onPress={() => openPage('scan.html')}>
            {say('accounts_add')}
          </Button>
        </span>
      </div>
      <RemovedNotice account={removed} onForget={onForget} />
      {accounts.length === 0 && <p class="muted">{say('accounts_none')}</p>}
      {accounts.length > 1 && (
        <input
          type="search"
          class="field-input"
          data-home
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
        <div>
          <ul class="account-lines" aria-label={say('accounts_label')}>
            {found.slice(0, drawn).map((account) => (
              <AccountLine key={account.id} account={account} />
            ))}
          </ul>
          <div ref={end} />
        </div>
      )}
    </section>
  );
}
