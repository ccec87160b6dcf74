import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button, IconButton } from '../../components/Button';
import { CodeRow } from '../../components/CodeRow';
import { createSearch } from '../../components/find-accounts';
import { Mark } from '../../components/Mark';
import { useCodes } from '../../components/use-codes';
import { useRowList } from '../../components/use-row-list';
import { useSecond } from '../../components/use-second';
import type { VaultView } from '../../components/use-vault';
import { say, sayMany } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, VaultSnapshot } from '../../utils/messaging/views';
import { hostOf } from '../../utils/portals/origin';
import { bySite } from './by-site';
import { EmptyCodes } from './EmptyCodes';
import { FootNotice } from './FootNotice';
import { moveByKey } from './keys';
import { PromptCard, WhyNote } from './PromptCard';
import { RecoveryOffer } from './RecoveryOffer';
import { SendsCard } from './SendsCard';
import { SiteCard } from './SiteCard';
import type { Copying } from './use-copy';
import type { EnrolmentSteps } from './use-enrolment';
import type { Filling } from './use-fill';
import type { Recovering } from './use-recovery';

interface Properties {
  readonly vault: VaultView;
  readonly snapshot: VaultSnapshot;
  readonly origin: string | null;
  readonly steps: EnrolmentSteps;
  readonly copying: Copying;
  readonly filling: Filling;
  readonly recovering: Recovering;
  readonly dock: ComponentChildren;
  readonly onOpen: (accountId: string) => void;
  readonly onAdd: () => void;
}

export function CodesView(properties: Properties) {
  const { vault, snapshot, origin, steps, copying, filling, recovering, dock, onOpen, onAdd } = properties;
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const now = useSecond();
  const { accounts } = snapshot;
  const find = useMemo(() => createSearch(accounts), [accounts]);
  const { here, elsewhere } = useMemo(() => bySite(find(query), origin), [find, query, origin]);
  const list = useRowList(elsewhere);
  const codeOf = useCodes(vault, [...here, ...list.drawn.map(({ account }) => account)]);
  const { enrolment } = steps;
  const seen = origin !== null && snapshot.tab?.origin === origin ? snapshot.tab.prompt : null;
  const isFound = enrolment.step === 'confirm' && enrolment.source === 'page';
  // On a set-up page it is clear which code is meant, whatever else its words are about.
  const asksFor = seen === 'ask' && (isFound || snapshot.tab?.enrolled) ? 'totp' : seen;
  // Where no account is used here, only a code that is not ours to give is worth a word.
  const prompt = here.length === 0 && (asksFor === 'ask' || asksFor === 'recovery') ? null : asksFor;
  // What is found out while the list is being read must not move it: it is said below, where cards arrive.
  const asked = useRef(asksFor);
  const isLate = prompt !== null && prompt !== 'totp' && here.length === 0 && asked.current === null;
  const isBelow = isLate && query === '' && enrolment.step === 'none' && !snapshot.tab?.enrolled;
  // A prompt that is seen tells more than the catalogue does.
  const unasked = (prompt === null || prompt === 'ask' || isLate) && query === '';
  const sends = unasked && origin !== null && snapshot.tab?.origin === origin ? snapshot.tab.sends : null;
  // Only an authenticator's prompt is filled; where the words disagree, pressing Fill is the person's answer.
  const fills = prompt === null || prompt === 'totp' || prompt === 'ask';
  const recovers = ({ id }: AccountSummary) => prompt === 'recovery' || recovering.report?.accountId === id;

  const rememberedOf = ({ id }: AccountSummary) =>
    snapshot.remembered.find((each) => each.accountId === id && each.origin === origin) ?? null;

  // A found account is what the person came for, unless they are searching, or this site has one and asks for its code.
  const isWanted = here.length === 0 || (seen === 'totp' && snapshot.tab?.why.includes('set-up') === true);
  const enterSaves = enrolment.step === 'confirm' && !enrolment.saving && query === '' && isWanted;
  const first = enterSaves ? undefined : (here[0] ?? elsewhere[0]);

  // Scrolling to it would lay the popup out once more before its first frame.
  useLayoutEffect(() => search.current?.focus({ preventScroll: true }), []);

  /** What is found is shown from its beginning: Enter means the first. */
  const look = (words: string) => {
    setQuery(words);
    list.box.current?.scrollTo(0, 0);
  };

  const enter = (other: boolean) => {
    if (enterSaves) document.querySelector<HTMLButtonElement>('[data-save]')?.click();
    else if (first && here.includes(first) && fills)
      other ? copying.copy(first, codeOf(first)) : filling.fill(first);
    else if (first) other ? onOpen(first.id) : copying.copy(first, codeOf(first));
  };
  const onKeyDown = (event: KeyboardEvent) =>
    moveByKey(event, search.current, {
      enter,
      clear: () => look(''),
      rows: { ...list, count: elsewhere.length },
      other: (accountId) => {
        const account = accounts.find(({ id }) => id === accountId);
        if (account && here.includes(account)) copying.copy(account, codeOf(account));
        else onOpen(accountId);
      },
    });

  const promptCard = origin !== null && prompt !== null && prompt !== 'totp' && (
    <PromptCard prompt={prompt} why={snapshot.tab?.why ?? []} name={portalName(accounts, origin)} />
  );
  const row = (account: AccountSummary, place?: number) => (
    <CodeRow
      key={account.id}
      {...(place !== undefined && { at: { place, count: elsewhere.length } })}
      account={account}
      code={codeOf(account)}
      handedOut={copying.handedOut[account.id] ?? null}
      now={now}
      copied={copying.copiedId === account.id}
      current={account === first}
      onCopy={() => copying.copy(account, codeOf(account))}
      onOpen={() => onOpen(account.id)}
    />
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the controls inside.
    <div class={enterSaves ? 'view enter-saves' : 'view'} onKeyDown={onKeyDown}>
      <header class="bar">
        <h1 class="unseen">{say('extension_name')}</h1>
        <Mark size={24} />
        <input
          ref={search}
          class="search"
          data-home
          type="search"
          aria-label={say('search_label')}
          placeholder={searchWords(accounts.length)}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => look(event.currentTarget.value)}
        />
        <IconButton
          icon="lock"
          label={say('lock')}
          onPress={() => ask('vault/lock').catch(() => undefined)}
        />
        <IconButton icon="settings" label={say('settings')} onPress={openSettings} />
      </header>
      <main ref={list.box} class="scroll">
        {origin && (here.length > 0 || sends || (promptCard && !isLate && query === '')) && (
          <section class="site" aria-label={say('site_label', hostOf(origin))}>
            <h2 class="site-host">{hostOf(origin)}</h2>
            {sends && <SendsCard sends={sends} />}
            {!isLate && promptCard}
            {here.filter(recovers).map((account) => (
              <RecoveryOffer
                key={account.id}
                account={account}
                host={hostOf(origin)}
                recovering={recovering}
                onOpen={() => onOpen(account.id)}
              />
            ))}
            {!fills && (
              <ul class="rows" aria-label={say('site_label', hostOf(origin))}>
                {here.filter((account) => !recovers(account)).map((account) => row(account))}
              </ul>
            )}
            {(fills ? here.filter((account) => !recovers(account)) : []).map((account) => (
              <SiteCard
                key={account.id}
                account={account}
                code={codeOf(account)}
                handedOut={copying.handedOut[account.id] ?? null}
                host={hostOf(origin)}
                now={now}
                current={account === first}
                copying={copying}
                filling={filling}
                lastOutcome={snapshot.tab?.lastOutcome ?? null}
                remembered={prompt === null ? rememberedOf(account) : null}
                onOpen={() => onOpen(account.id)}
              />
            ))}
            {prompt === 'totp' && <WhyNote why={snapshot.tab?.why ?? []} />}
          </section>
        )}
        {elsewhere.length > 0 && (
          <ul
            ref={list.list}
            class="rows rows-listed"
            style={{ '--count': elsewhere.length }}
            aria-label={say('accounts_label')}
            onFocusIn={list.noteFocus}
            onFocusOut={list.noteFocus}
          >
            {list.drawn.map(({ account, place }) => row(account, place))}
          </ul>
        )}
        {query !== '' && here.length + elsewhere.length === 0 && (
          <p class="nothing">{say('search_none', query)}</p>
        )}
        {accounts.length === 0 && <EmptyCodes onLook={enrolment.step === 'none' ? steps.look : null} />}
      </main>
      {isBelow ? <section class="dock">{promptCard}</section> : dock}
      <footer class="foot">
        <Button look="quiet" icon="plus" onPress={onAdd}>
          {say('add_account')}
        </Button>
        <p class="foot-status" role="status">
          {copying.message}
        </p>
        {copying.message === '' && <FootNotice snapshot={snapshot} now={now} />}
      </footer>
    </div>
  );
}

/** What the person calls the portal; its host where no account says. */
function portalName(accounts: readonly AccountSummary[], origin: string): string {
  return accounts.find(({ origins, issuer }) => issuer && origins.includes(origin))?.issuer ?? hostOf(origin);
}

function searchWords(accounts: number): string {
  return accounts === 0 ? say('search_label') : sayMany('search', accounts);
}

function openSettings(): void {
  browser.runtime.openOptionsPage();
  window.close();
}
