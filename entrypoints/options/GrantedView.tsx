import { useEffect, useState } from 'preact/hooks';
import { say } from '../../components/words';
import { grantedOrigins, revokeAccess, watchAccess } from '../../utils/platform/portal-access';
import { hostOf } from '../../utils/portals/origin';

/** The hosts the person granted, each to be taken back by one click. */
export function GrantedView() {
  const [origins, setOrigins] = useState<readonly string[]>([]);

  useEffect(() => {
    const read = () => void grantedOrigins().then(setOrigins);
    read();
    return watchAccess(read);
  }, []);

  return (
    <section class="panel">
      <h2>{say('granted_title')}</h2>
      {origins.length === 0 ? (
        <p class="muted">{say('granted_none')}</p>
      ) : (
        <ul class="granted">
          {origins.map((origin) => (
            <li key={origin} class="granted-host">
              <span>{hostOf(origin)}</span>
              <button
                type="button"
                class="button"
                aria-label={say('granted_revoke', hostOf(origin))}
                onClick={() => revokeAccess(origin)}
              >
                {say('granted_take_back')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="muted">{say('granted_note')}</p>
    </section>
  );
}
