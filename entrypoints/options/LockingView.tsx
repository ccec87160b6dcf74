import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { inForce, SETTING_LIMITS } from '../../utils/platform/settings';
import { useSettings } from './use-settings';

/** When the vault locks by itself, and the button that locks it now. */
export function LockingView({ unlocked }: { unlocked: boolean }) {
  const { settings, change } = useSettings();
  const { failure, attempt } = useAttempt();
  return (
    <section class="panel">
      <h2>{say('locking_title')}</h2>
      {settings && (
        <>
          <NumberField
            label={say('lock_idle')}
            value={inForce(settings).lockIdleMinutes}
            limits={SETTING_LIMITS.lockIdleMinutes}
            onChange={(lockIdleMinutes) => change({ lockIdleMinutes })}
            governed={settings.sharedPc}
          />
          <NumberField
            label={say('lock_after')}
            value={settings.lockAfterHours}
            limits={SETTING_LIMITS.lockAfterHours}
            onChange={(lockAfterHours) => change({ lockAfterHours })}
          />
        </>
      )}
      <p class="muted">{say('lock_note')}</p>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button disabled={!unlocked} onPress={() => attempt(ask('vault/lock'))}>
          {say('lock_now')}
        </Button>
      </div>
    </section>
  );
}

interface NumberProperties {
  readonly label: string;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly onChange: (value: number) => void;
  /** A shared PC decides it. */
  readonly governed?: boolean;
}

/** Written as soon as it is a number in range; says which numbers are. */
function NumberField({ label, value, limits: [least, most], onChange, governed = false }: NumberProperties) {
  const id = useId();
  const [note, setNote] = useState('');
  const input = (typed: string) => {
    const number = Number(typed);
    const fits = Number.isInteger(number) && number >= least && number <= most;
    setNote(fits ? say('lock_saved') : say('lock_limits', least, most));
    if (fits) onChange(number);
  };
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field-input setting-number"
        type="number"
        min={least}
        max={most}
        step={1}
        value={value}
        disabled={governed}
        aria-describedby={`${id}-note`}
        onChange={(event) => input(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class="field-note" role="status">
        {governed ? say('shared_governs') : note}
      </p>
    </div>
  );
}
