import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { say } from '../../components/words';

/** The keys as the browser has them now: a person may have given others. */
interface Shortcut {
  readonly what: string;
  readonly keys: string;
}

/** What can be done by keys, on any page and in the popup. */
export function ShortcutsView() {
  const [anywhere, setAnywhere] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    browser.commands.getAll().then((commands) =>
      setAnywhere(
        commands.map(({ name, description, shortcut }) => ({
          what: name === '_execute_action' ? say('keys_open') : (description ?? ''),
          keys: shortcut || say('keys_none'),
        })),
      ),
    );
  }, []);
  const inPopup: Shortcut[] = [
    { what: say('keys_search'), keys: say('keys_search_how') },
    { what: say('keys_walk'), keys: '↑ ↓' },
    { what: say('keys_first'), keys: say('keys_enter') },
    { what: say('keys_other'), keys: say('keys_other_enter') },
    { what: say('keys_close'), keys: say('keys_escape') },
  ];
  return (
    <section class="panel">
      <h2>{say('keys_title')}</h2>
      <Keys title={say('keys_anywhere')} shortcuts={anywhere} />
      <Keys title={say('keys_popup')} shortcuts={inPopup} />
      <p class="muted">{say('keys_change')}</p>
    </section>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl class="keys">
        {shortcuts.map(({ what, keys }) => (
          <div key={what} class="keys-line">
            <dt>{what}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
