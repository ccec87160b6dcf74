import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { say } from '../../components/words';

/** What to do next, in the order it will be done. */
export function ReadyStep() {
  return (
    <section class="panel">
      <h1>{say('ready_title')}</h1>
      <ol class="next">
        <li>{say('ready_pin')}</li>
        <li>{say('ready_enrol')}</li>
        <li>{say('ready_fill')}</li>
      </ol>
      <div class="buttons">
        <Button onPress={() => location.assign(`${browser.runtime.getURL('/scan.html')}#phone`)}>
          {say('phone_title')}
        </Button>
        <Button onPress={() => browser.runtime.openOptionsPage()}>{say('open_settings')}</Button>
      </div>
    </section>
  );
}

export function HaveVault() {
  return (
    <section class="panel">
      <h1>{say('have_vault_title')}</h1>
      <p>{say('have_vault_line')}</p>
      <div class="buttons">
        <Button onPress={() => browser.runtime.openOptionsPage()}>{say('open_settings')}</Button>
      </div>
    </section>
  );
}
