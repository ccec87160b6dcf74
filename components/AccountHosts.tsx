import { useState } from 'preact/hooks';
import './account-forms.css';
import { Failure } from '../utils/failure';
import { ask } from '../utils/messaging/client';
import type { AccountSummary, FillOutcome } from '../utils/messaging/views';
import { hostOf, parseOrigin } from '../utils/portals/origin';
import { Button, IconButton } from './Button';
import { Field } from './Field';
import { FailureNotice, Notice } from './Notice';
import { useAttempt } from './use-attempt';
import { say } from './words';

interface Properties {
  readonly account: AccountSummary;
  /** Of the tab under the popup; null where there is none. */
  readonly origin: string | null;
  readonly tabId: number | null;
  /** The browser's own question about a host. Called in the very tick of the click. */
  readonly requestAccess: (origin: string) => Promise<boolean>;
}

/** Where an account's codes may go: listed, added after saying what it means, removed. */
export function AccountHosts({ account, origin, tabId, requestAccess }: Properties) {
  /** The host the person was told about and has not agreed to yet; `tabId` where it is the one under the popup. */
  const [proposed, setProposed] = useState<{ origin: string; tabId: number | null } | null>(null);
  const [typed, setTyped] = useState('');
  const [outcome, setOutcome] = useState<FillOutcome | null>(null);
  const { failure, attempt } = useAttempt();
  const boundHere = origin !== null && account.origins.includes(origin);

  /** One tick: Firefox wants the live click for the question, and Chromium's question closes this page. */
  const agree = (to: { origin: string; tabId: number | null }) => {
    const bound = ask('accounts/bind', { accountId: account.id, ...to });
    requestAccess(to.origin).catch(() => undefined);
    setProposed(null);
    setTyped('');
    attempt(bound).then((answer) => setOutcome(answer?.outcome ?? null));
  };
  const propose = (event: SubmitEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    const named = parseOrigin(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    if (named) setProposed({ origin: named, tabId: null });
    else attempt(Promise.reject(new Failure('origin-refused', text)));
  };
  return (
    <section class="form" aria-label={say('hosts')}>
      <h2 class="part">{say('hosts')}</h2>
      {account.origins.length === 0 && <p class="muted">{say('hosts_none')}</p>}
      <ul class="hosts">
        {account.origins.map((bound) => (
          <li key={bound} class="host">
            <span class="host-name">{hostOf(bound)}</span>
            <IconButton
              icon="close"
              label={say('host_remove', hostOf(bound))}
              onPress={() => attempt(ask('accounts/unbind', { accountId: account.id, origin: bound }))}
            />
          </li>
        ))}
      </ul>
      <Notice tone="good">
        {outcome === 'filled' && say('outcome_filled', origin ? hostOf(origin) : '')}
      </Notice>
      <FailureNotice failure={failure} />
      {proposed && (
        <div class="proposal">
          <p>{say('bind_meaning', account.account || account.issuer, hostOf(proposed.origin))}</p>
          <div class="buttons">
            <Button look="primary" onPress={() => agree(proposed)}>
              {say('bind_agree', hostOf(proposed.origin))}
            </Button>
            <Button escapes onPress={() => setProposed(null)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      )}
      {!proposed && origin && !boundHere && (
        <div class="buttons">
          <Button onPress={() => setProposed({ origin, tabId })}>{say('use_on_site')}</Button>
        </div>
      )}
      {!proposed && (
        <form class="host-add" onSubmit={propose}>
          <Field
            label={say('host_other')}
            value={typed}
            onInput={setTyped}
            placeholder={say('host_placeholder')}
          />
          <Button submits>{say('host_add')}</Button>
        </form>
      )}
    </section>
  );
}
