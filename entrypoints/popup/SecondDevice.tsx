import { useEffect, useRef, useState } from 'preact/hooks';
import { AskPassword } from '../../components/AskPassword';
import { Button } from '../../components/Button';
import { formatDay } from '../../components/dates';
import { useSecond } from '../../components/use-second';
import { failureSentence, say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';

/** How long the code stays in sight, in milliseconds. */
const SHOWN_FOR = 60_000;

/** Pixels the popup has for it. */
const ROOM = 336;

interface Picture {
  readonly svg: string;
  readonly side: number;
  readonly until: number;
}

/** The set-up code once more, for the person's own phone: after the password, for a minute, and while it is looked at. */
export function SecondDevice({ account }: { account: AccountSummary }) {
  const [isOpen, setOpen] = useState(false);
  const [picture, setPicture] = useState<Picture | null>(null);
  const close = () => {
    setPicture(null);
    setOpen(false);
  };
  return (
    <section class="form" aria-label={say('second_device')}>
      <h2 class="part">{say('second_device')}</h2>
      {account.keyShownAt !== null && !isOpen && (
        <p class="muted">{say('second_device_shown', formatDay(account.keyShownAt))}</p>
      )}
      {account.kind === 'hotp' && (
        <p class="muted">{failureSentence({ code: 'counts-on-one-device', values: [] })}</p>
      )}
      {account.kind === 'totp' && !isOpen && (
        <div class="buttons">
          <Button onPress={() => setOpen(true)}>{say('second_device_begin')}</Button>
        </div>
      )}
      {isOpen && !picture && (
        <AskPassword
          why={say('second_device_why')}
          action={say('second_device_show')}
          ask={(password) => ask('accounts/show-key', { accountId: account.id, password })}
          onShown={(drawn) => setPicture({ ...drawn, until: Date.now() + SHOWN_FOR })}
          onCancel={close}
        />
      )}
      {picture && <Shown picture={picture} onHide={close} />}
    </section>
  );
}

function Shown({ picture: { svg, side, until }, onHide }: { picture: Picture; onHide: () => void }) {
  const all = useRef<HTMLDivElement>(null);
  const left = Math.ceil((until - useSecond()) / 1000);
  const size = side * Math.max(3, Math.floor(ROOM / side)); // whole pixels a module: sharp edges

  useEffect(() => {
    all.current?.scrollIntoView({ block: 'nearest' });
    window.addEventListener('blur', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('blur', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, []);
  useEffect(() => {
    if (left <= 0) onHide();
  }, [left <= 0]);

  return (
    <div class="form" ref={all}>
      <img
        class="key-picture"
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={say('second_device_picture')}
        width={size}
        height={size}
      />
      <p>{say('second_device_scan')}</p>
      <div class="buttons">
        <Button escapes onPress={onHide}>
          {/* The seconds are for the eye: a name that changes every second would be read out every second. */}
          <span class="unseen">{say('recovery_codes_hide')}</span>
          <span aria-hidden="true">{say('second_device_hide', Math.max(0, left))}</span>
        </Button>
      </div>
    </div>
  );
}
