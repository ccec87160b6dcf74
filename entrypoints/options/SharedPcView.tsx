import { Check } from '../../components/Field';
import { say, sayMany } from '../../components/words';
import { SHARED_PC_IDLE_MINUTES } from '../../utils/platform/settings';
import { useSettings } from './use-settings';

/** One switch for a computer that others use too, and in words what it does. */
export function SharedPcView() {
  const { settings, change } = useSettings();
  if (!settings) return null;
  return (
    <section class="panel" id="shared-pc">
      <h2>{say('shared_title')}</h2>
      <Check
        label={say('shared_switch')}
        checked={settings.sharedPc}
        onChange={(sharedPc) => change({ sharedPc })}
      />
      <p class="muted">{say('shared_note')}</p>
      <ul class="points">
        <li>{say('shared_locks')}</li>
        <li>{say('shared_hides')}</li>
        <li>{sayMany('shared_idle', SHARED_PC_IDLE_MINUTES)}</li>
        <li>{say('shared_remember')}</li>
      </ul>
      <p class="muted">{say('shared_set_up')}</p>
    </section>
  );
}
