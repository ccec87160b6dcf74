import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './lib/cdp.mjs';
import { clinicArguments } from './lib/clinic.mjs';
import { expectedCode, isCurrentCode } from './lib/codes.mjs';
import { ROOT } from './lib/command.mjs';
import { withHostsGranted } from './lib/granted-build.mjs';
import { clickToolbarIcon, findPage } from './lib/popup.mjs';

/** Every word and selector the tour goes by. */
const WORDS = {
  popup: {
    setUp: 'Set up Lanyard',
    save: 'Save',
    copy: 'Copy',
  },
  welcome: {
    path: '/welcome.html',
    password: 'Password',
    repeat: 'Repeat the password',
    create: 'Create the vault',
    groups: '[data-group]',
    written: 'I have written it down',
    group: /Group (\d)/,
  },
  clinic: {
    setUpPath: '/demo',
    key: '#manual-key',
    box: '#verification-code',
    enable: 'Enable two-factor authentication',
    enabled: 'Two-factor authentication is on.',
    logOut: 'Log out',
    loginPath: '/login',
    email: 'E-mail address',
    password: 'Password',
    logIn: 'Log in',
    promptPath: '/login/code',
    verify: 'Verify',
    insidePath: '/dashboard',
  },
};

const LOGIN = { email: 'sam@harbourphysio.example', password: 'calm-harbour-tide' };
const VAULT_PASSWORD = 'seven quiet herons at low tide';
const PICTURES = path.join(ROOT, '.output', 'tour');

/** A code is used once a step, so the next one may be the whole period away. */
const NEXT_CODE = 45_000;

/** @param {unknown} claim @param {string} otherwise @returns {asserts claim} */
function verify(claim, otherwise) {
  if (!claim) throw new Error(otherwise);
}

/**
 * @typedef {object} Journey
 * @property {import('./lib/cdp.mjs').Chromium} browser
 * @property {string} extensionId
 * @property {import('./lib/page.mjs').Page} page the tab with the clinic
 * @property {string} origin the clinic's
 * @property {string} secret base32, read off the set-up page as text
 * @property {import('./lib/page.mjs').Page} front the page last looked at
 * @property {(name: string, page?: import('./lib/page.mjs').Page) => Promise<unknown>} picture
 */

/** @param {Journey} journey */
async function openPopup(journey) {
  const { browser, extensionId, origin } = journey;
  journey.front = await clickToolbarIcon(browser, extensionId, new RegExp(`^${origin}/`));
  return journey.front;
}

/** What the page's box holds, once that is six digits. */
const codeInBox = `(() => {
  const code = document.querySelector(${JSON.stringify(WORDS.clinic.box)})?.value ?? '';
  return /^\\d{6}$/.test(code) && code;
})()`;

const showBox = `document.querySelector(${JSON.stringify(WORDS.clinic.box)}).scrollIntoView({ block: 'center' })`;

/** Each step does one thing a person does, and returns what was verified. */
const STEPS = {
  /** @param {Journey} journey */
  async 'open the set-up page'(journey) {
    const { page, origin } = journey;
    await page.navigate(origin + WORDS.clinic.setUpPath);
    const key = `document.querySelector(${JSON.stringify(WORDS.clinic.key)})?.textContent`;
    journey.secret = (await page.waitFor(key, 'the page shows its key')).replaceAll(/\s/g, '');
    await journey.picture('set-up page');
    return `the clinic shows a QR code and its key of ${journey.secret.length} characters`;
  },

  /** @param {Journey} journey */
  async 'create the vault'(journey) {
    const { browser, extensionId } = journey;
    const { setUp } = WORDS.popup;
    const { groups, written, group, path: welcomePath, ...fields } = WORDS.welcome;
    const popup = await openPopup(journey);
    await popup.see(setUp);
    await journey.picture('popup without a vault', popup);
    await popup.click(setUp);

    const welcome = await findPage(browser, new RegExp(`^chrome-extension://${extensionId}${welcomePath}`));
    journey.front = welcome;
    await welcome.fill(fields.password, VAULT_PASSWORD);
    await welcome.fill(fields.repeat, VAULT_PASSWORD);
    await welcome.click(fields.create);

    const read = `[...document.querySelectorAll(${JSON.stringify(groups)})].map(({ textContent }) => textContent.trim())`;
    await welcome.waitFor(`${read}.length === 8`, 'the recovery key is shown in eight groups', 30_000);
    /** @type {string[]} */ const recoveryKey = await welcome.evaluate(read);
    await journey.picture('recovery key', welcome);
    await welcome.click(written);
    await welcome.see({ name: group, role: 'textbox' });
    const asked = Number(group.exec(await welcome.text())?.[1]);
    const answer = recoveryKey[asked - 1];
    verify(answer, `there is no group ${asked}`);
    await welcome.fill(group, answer);

    await journey.page.session.send('Page.bringToFront');
    const after = await openPopup(journey);
    await after.see(WORDS.popup.save);
    verify(!(await after.has(setUp)), 'the popup still offers to set up');
    return `a recovery key of eight groups, group ${asked} typed back; the popup is unlocked`;
  },

  /** @param {Journey} journey */
  async 'enrol from the QR'(journey) {
    const { page, secret } = journey;
    const popup = await openPopup(journey);
    await popup.see(WORDS.popup.save);
    const card = await popup.text();
    verify(card.includes(LOGIN.email), `the card does not name ${LOGIN.email}: ${card}`);
    await journey.picture('enrolment card', popup);
    await popup.click(WORDS.popup.save);

    const code = await page.waitFor(codeInBox, "the first code is in the page's own box", NEXT_CODE);
    verify(isCurrentCode(code, secret), `${code} is not the code of this key now`);
    await page.evaluate(showBox);
    await journey.picture('first code filled');
    await page.click(WORDS.clinic.enable);
    await page.see({ name: WORDS.clinic.enabled, role: ['StaticText', 'status', 'alert'] });
    await journey.picture('switched on');
    return 'the first code was put into the page, equals node:crypto, and the clinic accepted it';
  },

  /** @param {Journey} journey */
  async 'log in with the filled code'(journey) {
    const { page, origin, secret } = journey;
    const {
      logOut,
      loginPath,
      email,
      password,
      logIn,
      promptPath,
      verify: submit,
      insidePath,
    } = WORDS.clinic;
    await page.click(logOut);
    await page.waitFor(`location.pathname === ${JSON.stringify(loginPath)}`, 'logged out');
    await page.fill(email, LOGIN.email);
    await page.fill(password, LOGIN.password);
    await page.click({ name: logIn, role: 'button' });
    await page.waitFor(`location.pathname === ${JSON.stringify(promptPath)}`, 'the clinic asks for a code');

    const code = await page.waitFor(codeInBox, 'the code is filled by itself', NEXT_CODE);
    verify(isCurrentCode(code, secret), `${code} is not the code of this key now`);
    await page.evaluate(showBox);
    await journey.picture('code filled at login');
    await page.click(submit);
    await page.waitFor(`location.href === ${JSON.stringify(origin + insidePath)}`, 'the clinic lets us in');
    await journey.picture('logged in');
    return 'nobody touched the code; the clinic let us in with it';
  },

  /** @param {Journey} journey */
  async 'copy from the popup'(journey) {
    const { browser, page, secret, origin } = journey;
    const popup = await openPopup(journey);
    await popup.see(WORDS.popup.copy);
    await journey.picture('codes in the popup', popup);
    await popup.click(WORDS.popup.copy);
    await new Promise((resolve) => setTimeout(resolve, 300)); // the clipboard is the system's: nothing tells when
    await journey.picture('copied', popup.session.closed ? page : popup);

    await browser.send('Browser.grantPermissions', { origin, permissions: ['clipboardReadWrite'] });
    await page.session.send('Page.bringToFront');
    const copied = await page.waitFor('navigator.clipboard.readText()', 'the clipboard holds a text');
    verify(isCurrentCode(copied, secret), `"${copied}" is not a code of this key`);
    const own = copied === expectedCode(secret, Date.now());
    return `the clipboard holds the code ${own ? 'of this moment' : 'next to this moment'}`;
  },
};

/**
 * Walks the journey in a headless browser. Prints a line a step; pictures go to .output/tour/.
 * @param {{ executable: string, built: string, clinic: import('./lib/clinic.mjs').ClinicFacts }} options
 * @returns {Promise<boolean>} whether every step held
 */
export async function walkTour({ executable, built, clinic }) {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const origin = clinic.portlessOrigin;
  const extension = withHostsGranted(built, path.join(ROOT, '.output', 'tour-extension'), [`${origin}/*`]);
  const browser = await launchChromium({ executable, extension, args: clinicArguments(clinic) });
  try {
    const page = await findPage(browser, 'about:blank');
    let pictures = 0;
    /** @type {Journey} */
    const journey = {
      browser,
      extensionId: /** @type {string} */ (browser.extensionId),
      page,
      origin,
      secret: '',
      front: page,
      picture: (name, of = page) =>
        of.screenshot(
          path.join(PICTURES, `${String(++pictures).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`),
        ),
    };
    console.log(
      `The tour, with ${origin} granted beforehand (a script cannot answer the browser's question):`,
    );
    for (const [name, step] of Object.entries(STEPS)) {
      const began = Date.now();
      const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`.padStart(7);
      try {
        const verified = await step(journey);
        console.log(`  ok     ${seconds()}  ${name}: ${verified}`);
      } catch (error) {
        console.log(`  FAILED ${seconds()}  ${name}: ${error instanceof Error ? error.message : error}`);
        await journey
          .picture(`failed at ${name}`, journey.front.session.closed ? page : journey.front)
          .catch(() => {});
        return false;
      }
    }
    return true;
  } finally {
    await browser.close();
  }
}
