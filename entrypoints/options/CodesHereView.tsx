import { useEffect, useState } from 'preact/hooks';
import { Check } from '../../components/Field';
import { say } from '../../components/words';
import { holdsClipboard, releaseClipboard, requestClipboard } from '../../utils/platform/clipboard-access';
import { watchAccess } from '../../utils/platform/portal-access';
import { inForce, type Settings } from '../../utils/platform/settings';
import { type SettingsView, useSettings } from './use-settings';

/** How codes behave on this computer. */
export function CodesHereView() {
  const { settings, change } = useSettings();
  if (!settings) return null;
  return (
    <section class="panel" id="codes-here">
      <h2>{say('codes_here_title')}</h2>
      <Check
        label={say('hide_codes')}
        note={settings.sharedPc ? say('shared_governs') : say('hide_codes_note')}
        checked={inForce(settings).hidesCodes}
        disabled={settings.sharedPc}
        onChange={(hidesCodes) => change({ hidesCodes })}
      />
      <ClearsClipboard settings={settings} change={change} />
    </section>
  );
}

/** The browser is asked in the very click; what it answers decides. */
function ClearsClipboard({ settings, change }: { settings: Settings; change: SettingsView['change'] }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const read = () => void holdsClipboard().then(setHeld);
    read();
    return watchAccess(read);
  }, []);
  const set = (wanted: boolean) => {
    if (wanted) void requestClipboard().then((clearsClipboard) => change({ clearsClipboard }));
    else void change({ clearsClipboard: false }).then(releaseClipboard);
  };
  return (
    <>
      <Check
        label={say('clear_clipboard')}
        note={say('clear_clipboard_note')}
        checked={settings.clearsClipboard && held}
        onChange={set}
      />
      <p class="muted">{say('clear_clipboard_limits')}</p>
    </>
  );
}
