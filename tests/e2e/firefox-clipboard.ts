import { ADDON_UUID, type Firefox } from '../../scripts/lib/firefox.mjs';
import { answerQuestion } from '../../scripts/lib/firefox-front.mjs';
import { eventually, requireThat } from './firefox-checks.ts';

const ALARM = 'clear-clipboard';

/**
 * Firefox clears the clipboard in the event page itself. The switch is pressed and its question answered as a person
 * does; the code is copied the way the popup does, told to the worker first.
 */
export async function clearsTheClipboard(firefox: Firefox): Promise<void> {
  const page = await firefox.openTab();
  await firefox.navigate(page, `moz-extension://${ADDON_UUID}/options.html#this-pc`);
  const box = `[...document.querySelectorAll('label.check')]
    .find((label) => label.innerText.startsWith('Take copied codes off the clipboard'))?.control`;
  await firefox.waitFor(page, `(${box}?.setAttribute('data-press', ''), !!${box})`, 'the switch is there');
  await firefox.click(page, '[data-press]');
  await answerQuestion(firefox, 'allow');
  await firefox.waitFor(
    page,
    `browser.storage.local.get('settings').then(({ settings }) => settings?.clearsClipboard === true)`,
    'it is switched on',
  );

  const clipboard = (): Promise<string> => firefox.chrome('navigator.clipboard.readText()');
  const put = (text: string) =>
    firefox.chrome(
      `(Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)}), true)`,
    );
  const ask = async (name: string, input: object) => {
    const message = JSON.stringify({ name, input });
    const sent = `browser.runtime.sendMessage(${message}).then(({ value }) => JSON.stringify(value))`;
    return JSON.parse(await firefox.evalIn(page, sent));
  };
  const [account] = (await ask('vault/snapshot', { tabId: null })).accounts;
  const copy = async (): Promise<string> => {
    const { code } = await ask('codes/copy', { accountId: account.id, which: 'now' });
    await put(code);
    return code;
  };
  const fire = () =>
    firefox.evalIn(page, `browser.alarms.create('${ALARM}', { when: Date.now() }).then(() => true)`);
  const settled = () =>
    eventually(
      () => firefox.evalIn(page, `browser.storage.session.get('copied').then(({ copied }) => !copied)`),
      'it is dealt with',
    );

  const code = await copy();
  requireThat((await clipboard()) === code, 'the code is not on the clipboard');
  await put('an appointment at ten');
  await fire();
  await settled();
  requireThat((await clipboard()) === 'an appointment at ten', 'what was copied since is gone');

  await copy();
  await fire();
  await settled();
  const left = await clipboard().catch(() => '');
  requireThat(left === '', 'the code is still on the clipboard');
}
