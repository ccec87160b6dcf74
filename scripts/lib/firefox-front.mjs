import { ADDON_ID } from './firefox.mjs';

/**
 * What a person does in Firefox's own window: the toolbar, the popup's panel, the question about a host.
 * The popup is no tab, so WebDriver BiDi cannot reach it; these go through the browser's front end.
 */

/** @typedef {Pick<import('./firefox.mjs').Firefox, 'chrome' | 'waitForChrome'>} Front */

/** ms between seeing a thing in the popup and clicking it. */
const REACTION = 600;

const POPUP_GONE = 'the popup is closed';

const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension`;
const POPUP = `document.querySelector('.webextension-popup-browser')`;
const QUESTION = `(PopupNotifications.panel.state === 'open'
  ? [...PopupNotifications.panel.children].find(({ id }) => id === 'addon-webext-permissions-notification')
  : undefined)`;

/**
 * Clicks the extension's icon in the toolbar for the tab in front: grants `activeTab`, opens the real popup.
 * @param {Front} firefox
 */
export async function clickToolbarIcon(firefox) {
  await firefox.chrome(
    `(() => { const own = ${EXTENSION}; own.apiManager.global.browserActionFor(own).triggerAction(window); return true; })()`,
  );
  await firefox.waitForChrome(
    `${POPUP}?.closest('panel')?.state === 'open' && ${POPUP}.currentURI.spec.includes('/popup.html')`,
    'the popup has opened',
  );
  return drivePopup(firefox);
}

/** @param {Front} firefox @returns {Promise<boolean>} */
export const popupIsOpen = (firefox) => firefox.chrome(`${POPUP}?.closest('panel')?.state === 'open'`);

/** @param {Front} firefox */
export const closePopup = (firefox) => firefox.chrome(`(${POPUP}?.closest('panel').hidePopup(), true)`);

/** @param {Front} firefox */
function drivePopup(firefox) {
  /** Runs a function body, with the front end's rights, in the popup's process. @param {string} body */
  const within = async (body) => {
    const answer = await firefox.chrome(`new Promise((resolve, reject) => {
      const popup = ${POPUP};
      const messageManager = popup?.messageManager;
      if (!messageManager) return reject(new Error(${JSON.stringify(POPUP_GONE)}));
      const name = 'lanyard:' + Math.random();
      const end = (settle, value) => {
        clearTimeout(late);
        clearInterval(watch);
        settle(value);
      };
      const late = setTimeout(() => end(reject, new Error('the popup did not answer')), 15000);
      const watch = setInterval(() => {
        if (!popup.isConnected) end(reject, new Error(${JSON.stringify(POPUP_GONE)}));
      }, 50);
      messageManager.addMessageListener(name, function answered({ data }) {
        messageManager.removeMessageListener(name, answered);
        if (data.error === undefined) end(resolve, JSON.stringify(data.value ?? null));
        else end(reject, new Error(data.error));
      });
      const script = '(async () => { let value, error; try { value = await (async () => {' + ${JSON.stringify(body)} +
        '})(); } catch (thrown) { error = String(thrown); } sendAsyncMessage("' + name + '", { value, error }); })()';
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    })`);
    return JSON.parse(answer);
  };

  /** What was pressed may close the popup, which then has no time to answer. @param {Error} error */
  const unlessItClosed = (error) => {
    if (!error.message.includes(POPUP_GONE)) throw error;
  };

  /** With the page's own rights. @param {string} expression @returns {Promise<any>} */
  const evaluate = (expression) =>
    within(`const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      return await Cu.evalInSandbox(${JSON.stringify(expression)}, box);`);

  /** @param {string} expression @param {string} what */
  const waitFor = async (expression, what, timeout = 15_000) => {
    const until = Date.now() + timeout;
    for (;;) {
      const value = await evaluate(expression).catch((error) => {
        if (Date.now() > until) throw error;
      });
      if (value) return value;
      if (Date.now() > until) {
        const text = await evaluate('document.body.innerText').catch(String);
        throw new Error(`not within ${timeout / 1000} s: ${what}. The popup shows: ${text}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  return {
    evaluate,
    waitFor,
    /** @returns {Promise<string>} */
    text: () => evaluate('document.body.innerText'),

    /** Clicks with the mouse, trusted, what the expression yields. @param {string} found an expression for an element */
    async clickElement(found) {
      const place = `(() => {
        const element = ${found};
        if (!element || element.disabled) return null;
        element.scrollIntoView({ block: 'nearest' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 ? JSON.stringify([left + width / 2, top + height / 2]) : null;
      })()`;
      await waitFor(place, `${found} can be clicked`);
      // As a person would be: the popup does not answer the pointer right after something has moved under it.
      await new Promise((resolve) => setTimeout(resolve, REACTION));
      const [x, y] = JSON.parse(await waitFor(place, `${found} can be clicked`));
      await within(`for (const type of ['mousemove', 'mousedown', 'mouseup']) {
        const clickCount = type === 'mousemove' ? 0 : 1;
        content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount }, {});
      }`).catch(unlessItClosed);
    },

    /** By the words on it. @param {string} words */
    click(words) {
      const wanted = JSON.stringify(words);
      return this.clickElement(
        `[...document.querySelectorAll('button, a, summary, label, [role=button]')].find((element) => {
          const spoken = [...element.childNodes].filter(({ ariaHidden }) => ariaHidden !== 'true');
          const name = spoken.map(({ textContent }) => textContent).join('').trim();
          return [name, element.getAttribute('aria-label')].includes(${wanted});
        })`,
      );
    },

    /** Types key by key into what has the focus. @param {string} text */
    async type(text) {
      await within(`const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        keyboard.beginInputTransactionForTests(content);
        for (const key of ${JSON.stringify(text)}) {
          const event = new content.KeyboardEvent('', { key });
          keyboard.keydown(event);
          keyboard.keyup(event);
        }`);
    },

    /** @param {string} key such as `Enter` or `Tab` */
    async press(key) {
      await within(`const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        keyboard.beginInputTransactionForTests(content);
        const event = new content.KeyboardEvent('', { key: ${JSON.stringify(key)}, keyCode: content.KeyboardEvent['DOM_VK_' + (${JSON.stringify(key)} === 'Enter' ? 'RETURN' : ${JSON.stringify(key)}.toUpperCase())] ?? 0 });
        keyboard.keydown(event);
        keyboard.keyup(event);`);
    },
  };
}

/**
 * The words of Firefox's question about a host, once it is asked.
 * @param {Front} firefox
 * @returns {Promise<string>}
 */
export const readQuestion = (firefox) =>
  firefox.waitForChrome(`${QUESTION}?.textContent`, 'Firefox asks for the host');

/**
 * Presses a button of that question.
 * @param {Front} firefox
 * @param {'allow' | 'deny'} answer
 */
export async function answerQuestion(firefox, answer) {
  const button = answer === 'allow' ? 'button' : 'secondaryButton';
  const press = `(() => {
    const pressed = ${QUESTION}?.${button};
    if (!pressed || pressed.disabled || pressed.getBoundingClientRect().width === 0) return false;
    pressed.click();
    return true;
  })()`;
  await firefox.waitForChrome(press, `the question about the host has a button to ${answer}`);
  await firefox.waitForChrome(`!${QUESTION}`, 'the question has gone');
}

/** Puts the question away without an answer, as Escape does. @param {Front} firefox */
export async function dismissQuestion(firefox) {
  await readQuestion(firefox);
  await firefox.chrome('(PopupNotifications.panel.hidePopup(), true)');
}

/** @param {'add' | 'remove'} verb @param {readonly string[]} origins */
const permit = (verb, origins) => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const hosts = { permissions: [], origins: ${JSON.stringify(origins)}, data_collection: [] };
  await ExtensionPermissions.${verb}(${JSON.stringify(ADDON_ID)}, hosts, ${EXTENSION});
  return true;
})()`;

/** As the add-on manager's switch does. @param {Front} firefox @param {readonly string[]} origins match patterns */
export const grantHosts = (firefox, origins) => firefox.chrome(permit('add', origins));

/** As the add-on manager's switch does. @param {Front} firefox @param {readonly string[]} origins match patterns */
export const revokeHosts = (firefox, origins) => firefox.chrome(permit('remove', origins));

/** Ends the event page; the next event starts a new one. @param {Front} firefox */
export const suspendBackground = (firefox) =>
  firefox.chrome(`(async () => { await ${EXTENSION}.terminateBackground(); return true; })()`);
