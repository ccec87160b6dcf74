import { ADDON_ID, ADDON_UUID, type Firefox } from '../../scripts/lib/firefox.mjs';
import {
  clickToolbarIcon,
  closePopup,
  popupIsOpen,
  suspendBackground,
} from '../../scripts/lib/firefox-front.mjs';
import { eventually } from './firefox-checks.ts';

export const VAULT_PASSWORD = 'seven teal buses at dawn';
const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension`;
const WELCOME = `moz-extension://${ADDON_UUID}/welcome.html`;

export type Lanyard = ReturnType<typeof driveLanyard>;
export type Popup = Awaited<ReturnType<Lanyard['popup']>>;

/** Lanyard as a person meets it: its icon, its popup, its page. */
export function driveLanyard(firefox: Firefox) {
  const backgroundState = (): Promise<string> => firefox.chrome(`${EXTENSION}.backgroundState`);

  async function popup() {
    if (await popupIsOpen(firefox)) await closePopup(firefox);
    const opened = await clickToolbarIcon(firefox);
    const field = (label: string) =>
      `[...document.querySelectorAll('label')].find((label) => label.innerText.trim() === ${JSON.stringify(label)})?.control`;
    return {
      ...opened,
      see: (words: string) =>
        opened.waitFor(
          `document.body.innerText.includes(${JSON.stringify(words)})`,
          `the popup says “${words}”`,
        ),
      async fill(label: string, value: string): Promise<void> {
        await opened.waitFor(`(${field(label)}?.focus(), document.activeElement === ${field(label)})`, label);
        await opened.type(value);
      },
      /** As Ctrl+V does, of what the clipboard holds. */
      async paste(label: string, value: string): Promise<void> {
        await firefox.chrome(
          `(Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(value)}), true)`,
        );
        await opened.waitFor(`(${field(label)}?.focus(), document.activeElement === ${field(label)})`, label);
        await firefox.chrome(
          `(document.querySelector('.webextension-popup-browser').focus(), goDoCommand('cmd_paste'), true)`,
        );
      },
    };
  }

  return {
    popup,
    closePopup: () => closePopup(firefox),
    popupCloses: () => eventually(async () => !(await popupIsOpen(firefox)), 'the popup closes by itself'),

    /** Ends the event page, and returns only when it is gone. One that is just starting is ended once it runs. */
    suspend: () =>
      eventually(async () => {
        await suspendBackground(firefox);
        return (await backgroundState()) === 'stopped';
      }, 'the event page has stopped'),

    /** Its page in the tab which the popup's button opened. */
    async createVault(): Promise<void> {
      const page = await eventually(async () => {
        const { contexts } = await firefox.send('browsingContext.getTree');
        return contexts.find(({ url }: { url: string }) => url === WELCOME)?.context as string | undefined;
      }, 'the welcome page has opened in a tab');
      const button = (words: string) =>
        `[...document.querySelectorAll('button')].find((button) => button.innerText.trim() === ${JSON.stringify(words)})`;
      const press = async (words: string) => {
        await firefox.waitFor(
          page,
          `(${button(words)}?.setAttribute('data-press', ''), !!${button(words)})`,
          words,
        );
        await firefox.click(page, '[data-press]');
      };
      await firefox.waitFor(
        page,
        `document.activeElement?.type === 'password'`,
        'the first field has the focus',
      );
      await firefox.type(page, `${VAULT_PASSWORD}\uE004${VAULT_PASSWORD}`);
      await press('Create the vault');
      const groups: string[] = await firefox.waitFor(
        page,
        `(() => {
          const groups = [...document.querySelectorAll('[data-group]')].map((group) => group.textContent);
          return groups.length === 8 && groups;
        })()`,
        'the recovery key is shown',
      );
      await press('I have written it down');
      const label = await firefox.waitFor(
        page,
        `document.querySelector('.group-field label')?.innerText`,
        'a group is asked for',
      );
      const place = Number(/^Group ([1-8])$/.exec(label)?.[1]);
      await firefox.type(page, groups[place - 1]!);
      await firefox.waitFor(page, `document.body.innerText.includes('Lanyard is ready')`, 'Lanyard is ready');
    },

    clipboard: (): Promise<string> => firefox.chrome('navigator.clipboard.readText()'),
    /** Hosts a person granted, as Firefox itself knows them. */
    granted: (): Promise<string[]> =>
      firefox.chrome(
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
          .ExtensionPermissions.get(${JSON.stringify(ADDON_ID)}).then(({ origins }) => origins)`,
      ),
    /** Our script is registered for this host: what granting it leads to. */
    awaitScriptOn: (host: string) =>
      eventually(
        () =>
          firefox.chrome(
            `[...${EXTENSION}.registeredContentScripts.values()]
              .some(({ matches }) => matches.includes('https://${host}/*'))`,
          ),
        `the script is registered for ${host}`,
      ),
  };
}
