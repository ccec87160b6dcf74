import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page as Tab } from '@playwright/test';
import { ORIGIN, PASSWORD, SAM, type Scene } from '../stage.ts';
import { drawPicture, drawTile } from '../store-picture.ts';

const OUT = path.resolve('docs/store/pictures');
/** The drawn window's room for a page. */
const WINDOW = { width: 1160, height: 644 };
const OTHERS = ['Fernlight:sam@harbourphysio.example', 'Meadowgate:reception@harbourphysio.example'];

/** The pictures for the stores' listings and the README: a clinic's page in a window, and the real popup over it. */
export const store: Scene = async ({ context, lanyard, tab }) => {
  await lanyard.ask('vault/create', { password: PASSWORD });
  await lanyard.ask('vault/confirm-recovery-key');
  await tab.setViewportSize(WINDOW);

  await tab.goto(`${ORIGIN}/demo`);
  const setUpPage = await tab.screenshot();
  const found = await lanyard.popup(tab);
  await found.see('Save');
  const foundPopup = await found.screenshot();
  await found.click('Save');
  await found.see(/Now press/);
  await lanyard.closePopup();
  await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
  await tab.getByText('Two-factor authentication is on.').waitFor();
  const insidePage = await tab.screenshot();

  await logIn(tab);
  const loginPage = await tab.screenshot();

  for (const [place, label] of OTHERS.entries()) {
    const keyUri = `otpauth://totp/${label}?secret=${'BC'[place]!.repeat(32)}&issuer=${label.split(':')[0]}`;
    await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
  }
  await tab.goto(`${ORIGIN}/plain`);
  const list = await lanyard.popup(tab);
  await list.see('Copy');
  await list.click('Dismiss'); // a backup is due, and a picture is no place for one
  const listPopup = await list.screenshot();
  await lanyard.closePopup();

  mkdirSync(OUT, { recursive: true });
  const pictures = [
    ['1-set-up', 'Set up: one click reads the QR code off the page', setUpPage, foundPopup],
    ['2-log-in', 'Log in: the code is in the box', loginPage, null],
    ['3-copy', 'Copy: click, or type two letters, Enter', insidePage, listPopup],
  ] as const;
  for (const [name, title, page, popup] of pictures) {
    const parts = { title, address: new URL(ORIGIN).host, page, popup };
    await drawPicture(context, path.join(OUT, `${name}.png`), parts);
  }
  await drawTile(context, path.join(OUT, 'tile.png'));
};

async function logIn(tab: Tab): Promise<void> {
  await tab.goto(`${ORIGIN}/login`);
  await tab.getByLabel('E-mail address').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await tab.getByRole('button', { name: 'Log in' }).click();
  const box = tab.locator('#verification-code');
  await box.waitFor();
  // A code is used once: the next one may be a whole period away.
  for (let tries = 0; tries < 120 && !/^\d{6}$/.test(await box.inputValue()); tries++)
    await tab.waitForTimeout(500);
}
