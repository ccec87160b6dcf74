import { AccountName, shortName } from '../../../components/AccountName';
import { Button } from '../../../components/Button';
import { formatDay } from '../../../components/dates';
import { say } from '../../../components/words';
import type { AccountSummary } from '../../../utils/messaging/views';
import { hostOf } from '../../../utils/portals/origin';
import type { Doubles } from './use-doubles';

interface Properties {
  readonly group: Doubles;
  readonly busy: boolean;
  readonly onSettle: (kept: AccountSummary) => void;
}

/** One login that is here more than once, and what is known of each of its accounts. */
export function DoublesGroup({ group: { kind, accounts }, busy, onSettle }: Properties) {
  const [oldest] = accounts;
  const newest = accounts.at(-1);
  if (!oldest || !newest) return null;
  const isSameKey = kind === 'same-key';
  return (
    <section class="doubles" aria-label={[oldest.issuer, oldest.account].filter(Boolean).join(' · ')}>
      <p>{say(isSameKey ? 'doubles_same_key' : 'doubles_same_login')}</p>
      <ul class="lines">
        {accounts.map((account) => (
          <li key={account.id} class="line">
            <AccountName named={account} />
            <span class="double-facts">
              {known(account, !isSameKey && account === newest).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
            {!isSameKey && (
              <button
                type="button"
                class="button"
                aria-label={say('doubles_keep_of', shortName(account), formatDay(account.createdAt))}
                onClick={() => onSettle(account)}
              >
                {say('doubles_keep')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="muted">{say(isSameKey ? 'doubles_unite_why' : 'doubles_keep_why')}</p>
      {isSameKey && (
        <div class="buttons">
          <Button look="primary" disabled={busy} onPress={() => onSettle(oldest)}>
            {say('doubles_unite')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What tells one from the other. */
function known({ createdAt, verifiedAt, origins }: AccountSummary, isNewest: boolean): string[] {
  const added = formatDay(createdAt);
  return [
    isNewest ? say('double_added_last', added) : say('double_added', added),
    ...(verifiedAt === null ? [] : [say('double_accepted', formatDay(verifiedAt))]),
    origins.length === 0 ? say('account_copied_only') : origins.map(hostOf).join(', '),
  ];
}
