import { shortName } from '../../../components/AccountName';
import { say, sayMany } from '../../../components/words';
import type { SiteUse } from './site-uses';

/** As many as are named before the others are counted. */
const NAMED = 3;

interface Properties {
  readonly site: SiteUse;
  /** False while locked: then nothing is said of who uses it. */
  readonly knowsAccounts: boolean;
  readonly label: string;
  readonly action: string;
  readonly onPress: () => void;
}

/** A host, who is filled there and how, and the one thing to do about it. */
export function SiteLine({ site, knowsAccounts, label, action, onPress }: Properties) {
  const { host, isGranted, byThemselves, onClick } = site;
  const isUnused = byThemselves.length + onClick.length === 0;
  return (
    <li class="line">
      <span class="line-name site-name">
        <span>{host}</span>
        {knowsAccounts && isUnused && <span class="line-note site-unused">{say('site_unused')}</span>}
        {byThemselves.length > 0 && <Users words={say('site_by_itself')} users={byThemselves} />}
        {onClick.length > 0 && <Users words={isGranted ? say('site_on_click') : ''} users={onClick} />}
      </span>
      <button type="button" class="button" aria-label={label} onClick={onPress}>
        {action}
      </button>
    </li>
  );
}

function Users({ words, users }: { words: string; users: SiteUse['onClick'] }) {
  const others = users.length - NAMED;
  return (
    <span class="line-note">
      {words}{' '}
      {users.slice(0, NAMED).map((user, place) => (
        <span key={user.id}>
          {place > 0 && ', '}
          <bdi>{nameOf(user)}</bdi>
        </span>
      ))}
      {others > 0 && ` ${sayMany('names_more', others)}`}
    </span>
  );
}

function nameOf(user: SiteUse['onClick'][number]): string {
  return user.issuer && user.account ? `${user.issuer} (${user.account})` : shortName(user);
}
