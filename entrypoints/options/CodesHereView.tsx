import { Check } from '../../components/Field';
import { say } from '../../components/words';
import { inForce } from '../../utils/platform/settings';
import { useSettings } from './use-settings';

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
    </section>
  );
}
