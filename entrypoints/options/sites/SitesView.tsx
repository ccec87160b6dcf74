import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { openUnlockWindow } from '../../../components/open-unlock';
import { say } from '../../../components/words';
import type { VaultSnapshot } from '../../../utils/messaging/views';
import {
  grantedOrigins,
  requestAccess,
  revokeAccess,
  watchAccess,
} from '../../../utils/platform/portal-access';
import { UndoNotice } from '../UndoNotice';
import { SiteList } from './SiteList';
import { siteUses } from './site-uses';
import './sites.css';

interface Change {
  readonly host: string;
  readonly became: 'taken-back' | 'allowed' | 'refused';
}

/** The sites by what Lanyard may do there: fill by itself, or when it is asked to. Which accounts use them only an open vault tells. */
export function SitesView({ snapshot }: { snapshot: VaultSnapshot }) {
  const { accounts, status } = snapshot;
  const [granted, setGranted] = useState<readonly string[] | null>(null);
  const [change, setChange] = useState<Change | null>(null);

  useEffect(() => {
    const read = () => void grantedOrigins().then(setGranted);
    read();
    return watchAccess(read);
  }, []);

  const uses = useMemo(() => siteUses(granted ?? [], accounts), [granted, accounts]);
  const byItself = uses.filter(({ isGranted }) => isGranted);
  const onClick = uses.filter(({ isGranted }) => !isGranted);

  const takeBack = (host: string) => {
    revokeAccess(`https://${host}`).then(
      (wasHeld) => wasHeld && setChange({ host, became: 'taken-back' }),
      () => setChange({ host, became: 'refused' }), // given by an administrator
    );
  };
  /** In the tick of the click: Firefox wants the live gesture for its question. */
  const allow = (host: string) => {
    requestAccess(`https://${host}`).then(
      (isAllowed) => setChange({ host, became: isAllowed ? 'allowed' : 'refused' }),
      () => setChange({ host, became: 'refused' }),
    );
  };

  const ways = { knowsAccounts: status === 'unlocked', onTakeBack: takeBack, onAllow: allow };

  if (!granted) return null;
  return (
    <>
      <section class="panel">
        <h2>{say('granted_title')}</h2>
        <UndoNotice
          words={change?.became === 'taken-back' ? say('site_taken_back', change.host) : null}
          action={say('site_allow_again')}
          onUndo={() => change && allow(change.host)}
        />
        <Notice tone="good">{change?.became === 'allowed' && say('site_allowed', change.host)}</Notice>
        <Notice tone="bad">{change?.became === 'refused' && say('site_not_allowed', change.host)}</Notice>
        {byItself.length === 0 ? (
          <p class="muted">{say('granted_none')}</p>
        ) : (
          <SiteList sites={byItself} {...ways} />
        )}
        <p class="muted">{say('granted_note')}</p>
        {status === 'locked' && byItself.length > 0 && (
          <div class="site-locked">
            <p class="muted">{say('sites_locked')}</p>
            <Button onPress={() => openUnlockWindow({ tabId: null, passkey: false })}>{say('unlock')}</Button>
          </div>
        )}
      </section>
      {onClick.length > 0 && (
        <section class="panel">
          <h2>{say('sites_click_title')}</h2>
          <p class="muted">{say('sites_click_why')}</p>
          <SiteList sites={onClick} {...ways} />
        </section>
      )}
    </>
  );
}
