import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { readSettings, SETTING_LIMITS, type Settings, writeSettings } from '../../utils/platform/settings';

/** When the vault locks by itself, and the button that locks it now. */
export function LockingView({ unlocked }: { unlocked: boolean }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const { failure, attempt } = useAttempt();

  useEffect(() => {
    readSettings().then(setSettings);
  }, []);

  const write = async (changes: Partial<Settings>) => setSettings(await writeSettings(changes));
  return (
    <section class="panel">
      <h2>{say('locking_title')}</h2>
      {settings && (
        <>
          <NumberField
            label={say('lock_idle')}
            value={settings.lockIdleMinutes}
            limits={SETTING_LIMITS.lockIdleMinutes}
            onChange={(lockIdleMinutes) => write({ lockIdleMinutes })}
          />
          <NumberField
            label={say('lock_after')}
            value={settings.lockAfterHours}
            limits={SETTING_LIMITS.lockAfterHours}
            onChange={(lockAfterHours) => write({ lockAfterHours })}
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
}

/** Written as soon as it is a number in range; says which numbers are. */
function NumberField({ label, value, limits: [least, most], onChange }: NumberProperties) {
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
        aria-describedby={`${id}-note`}
        onChange={(event) => input(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class="field-note" role="status">
        {note}
      </p>
    </div>
  );
}
