import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Fold } from '../../components/Fold';
import { say, type Words } from '../../components/words';

interface App {
  readonly id: string;
  readonly title: Words;
  readonly steps: readonly Words[];
  readonly note: Words | null;
  /** It shows a code that can be held to the camera. */
  readonly shows: boolean;
}

/** For an app that hands out no keys: nobody is ever without a second factor on the way. */
const ANEW: readonly Words[] = [
  'phone_anew_backup',
  'phone_anew_switch',
  'phone_anew_read',
  'phone_anew_try',
  'phone_anew_remove',
];

const APPS: readonly App[] = [
  {
    id: 'google',
    title: 'phone_google',
    steps: ['phone_google_export', 'phone_google_tick', 'phone_google_hold', 'phone_google_compare'],
    note: 'phone_google_note',
    shows: true,
  },
  { id: 'microsoft', title: 'phone_microsoft', steps: ANEW, note: 'phone_microsoft_note', shows: false },
  { id: 'authy', title: 'phone_authy', steps: ANEW, note: 'phone_authy_note', shows: false },
  {
    id: 'other',
    title: 'phone_other',
    steps: ['phone_other_show', 'phone_other_paste', 'phone_other_anew'],
    note: null,
    shows: true,
  },
];

/** "I already have 2FA on my phone": what each app can hand over, and the safe way where it hands over nothing. */
export function PhoneHelp({ onCamera }: { onCamera: () => void }) {
  const [wanted] = useState(() => location.hash === '#phone');
  const [open, setOpen] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) panel.current?.scrollIntoView();
  }, [wanted]);
  return (
    <section class="panel" ref={panel}>
      <h2>{say('phone_title')}</h2>
      <p>{say('phone_why')}</p>
      <div class="folds">
        {APPS.map(({ id, title, steps, note, shows }) => (
          <Fold
            key={id}
            title={say(title)}
            isOpen={open === id}
            onToggle={(isOpen) => setOpen((now) => (isOpen ? id : now === id ? null : now))}
          >
            {steps === ANEW && <p>{say('phone_anew_why')}</p>}
            <ol class="phone-steps">
              {steps.map((step) => (
                <li key={step}>{say(step)}</li>
              ))}
            </ol>
            {note && <p class="muted">{say(note)}</p>}
            {shows && (
              <div class="buttons">
                <Button onPress={onCamera}>{say('scan_camera')}</Button>
              </div>
            )}
          </Fold>
        ))}
      </div>
    </section>
  );
}
