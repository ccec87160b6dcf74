import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { say } from '../../components/words';
import { openScan } from './open-scan';

/** A vault without accounts leads on, in the order of likelihood. `onLook` is null while the page is being read. */
export function EmptyCodes({ onLook }: { onLook: (() => void) | null }) {
  return (
    <div class="nothing">
      <p class="nothing-title">{say('no_accounts_title')}</p>
      <p>{say('no_accounts_line')}</p>
      {onLook && (
        <div class="nothing-do">
          <Button onPress={onLook}>{say('look_on_page')}</Button>
          <Button onPress={openScan}>{say('add_elsewhere')}</Button>
          <Button look="quiet" onPress={openPractice}>
            {say('practice_title')}
          </Button>
        </div>
      )}
    </div>
  );
}

function openPractice(): void {
  browser.tabs.create({ url: `${browser.runtime.getURL('/welcome.html')}#practice` });
  window.close();
}
