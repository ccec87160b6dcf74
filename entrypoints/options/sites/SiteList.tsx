import { say } from '../../../components/words';
import { useGrowing } from '../use-growing';
import { SiteLine } from './SiteLine';
import type { SiteUse } from './site-uses';

interface Properties {
  readonly sites: readonly SiteUse[];
  readonly knowsAccounts: boolean;
  readonly onTakeBack: (host: string) => void;
  readonly onAllow: (host: string) => void;
}

/** Hosts, one a line, each with the one thing to do about it. */
export function SiteList({ sites, knowsAccounts, onTakeBack, onAllow }: Properties) {
  const { drawn, end } = useGrowing(sites.length);
  return (
    <div>
      <ul class="lines">
        {sites.slice(0, drawn).map((site) => (
          <SiteLine
            key={site.host}
            site={site}
            knowsAccounts={knowsAccounts}
            label={say(site.isGranted ? 'granted_revoke' : 'site_allow_host', site.host)}
            action={say(site.isGranted ? 'granted_take_back' : 'site_allow')}
            onPress={() => (site.isGranted ? onTakeBack : onAllow)(site.host)}
          />
        ))}
      </ul>
      <div ref={end} />
    </div>
  );
}
