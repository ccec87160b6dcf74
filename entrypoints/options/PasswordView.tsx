import { useEffect, useState } from 'preact/hooks';
import { Check } from '../../components/Field';
import { Fold } from '../../components/Fold';
import { Notice } from '../../components/Notice';
import { say } from '../../components/words';
import { readSettings, type Settings, writeSettings } from '../../utils/platform/settings';
import { ChangePasswordForm } from './ChangePasswordForm';
import { RotateForm } from './RotateForm';

type Part = 'change' | 'rotate';

/** The vault's password: changed by its owner, or known to somebody else. */
export function PasswordView({ onRotated }: { onRotated: (recoveryKey: string) => void }) {
  const [open, setOpen] = useState<Part | null>(null);
  const [changed, setChanged] = useState(false);
  const toggle = (part: Part) => (isOpen: boolean) => {
    if (isOpen) setChanged(false);
    setOpen((shown) => (isOpen ? part : shown === part ? null : shown));
  };
  const onChanged = () => {
    setOpen(null);
    setChanged(true);
  };
  return (
    <section class="panel">
      <h2>{say('password_title')}</h2>
      <div class="folds">
        <Fold title={say('password_change')} isOpen={open === 'change'} onToggle={toggle('change')}>
          <ChangePasswordForm onChanged={onChanged} />
        </Fold>
        <Fold title={say('password_known')} isOpen={open === 'rotate'} onToggle={toggle('rotate')}>
          <RotateForm onRotated={onRotated} />
        </Fold>
      </div>
      <Notice tone="good">{changed && say('password_changed')}</Notice>
      <FipsSetting />
    </section>
  );
}

function FipsSetting() {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    readSettings().then(setSettings);
  }, []);
  const write = async (fipsKdf: boolean) => setSettings(await writeSettings({ fipsKdf }));
  return (
    settings && (
      <div>
        <Check label={say('fips_kdf')} checked={settings.fipsKdf} onChange={write} />
        <p class="check-note">{say('fips_kdf_note')}</p>
      </div>
    )
  );
}
