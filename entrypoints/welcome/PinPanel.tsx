import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/Icon';
import { useSecond } from '../../components/use-second';
import { say } from '../../components/words';
import { PinPicture } from './PinPicture';

/** How the icon gets into the toolbar, drawn and told as this browser has it; and that it is there, once it is. */
export function PinPanel() {
  const pinned = useIsPinned();
  return (
    <section class="panel pin" aria-labelledby="pin">
      <div class="pin-words">
        <h2 id="pin">{say('pin_title')}</h2>
        <p>{say('pin_why')}</p>
        <p class={pinned ? 'pin-how pin-done' : 'pin-how'} role="status">
          {pinned && <Icon name="check" />}
          {pinned ? say('pinned') : howWords()}
        </p>
      </div>
      <PinPicture pinned={pinned} />
    </section>
  );
}

/** Looked at each second: not every browser tells when it changes. False where it does not say at all. */
function useIsPinned(): boolean {
  const now = useSecond();
  const [pinned, setPinned] = useState(false);
  useEffect(() => {
    browser.action.getUserSettings?.().then(
      ({ isOnToolbar }) => setPinned(isOnToolbar === true),
      () => undefined,
    );
  }, [now]);
  return pinned;
}

function howWords(): string {
  if (import.meta.env.FIREFOX) return say('pin_how_firefox');
  return /\bEdg\//.test(navigator.userAgent) ? say('pin_how_edge') : say('pin_how_chrome');
}
