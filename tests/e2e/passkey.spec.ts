import type { Page as Tab } from '@playwright/test';
import { findPage } from '../../scripts/lib/popup.mjs';
import {
  addAuthenticator,
  addSlot,
  addUnverifiedSlot,
  answerOf,
  askWithoutVerification,
  openWithAuthenticator,
} from './authenticator';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, test, VAULT_PASSWORD } from './fixtures';
import { confirmRecoveryKey } from './recovery-key';

async function enrol(window: Tab, name: string, password = VAULT_PASSWORD): Promise<void> {
  await window.getByText('Add a passkey', { exact: true }).click();
  await window.getByLabel('Name of the passkey').fill(name);
  await window.getByLabel('Current password').fill(password);
  await window.getByRole('button', { name: 'Add the passkey' }).click();
}

const unlockPage = (lanyard: Lanyard, wish = '') => `chrome-extension://${lanyard.id}/unlock.html${wish}`;
const statusOf = async (lanyard: Lanyard) => (await lanyard.ask('vault/snapshot', { tabId: null })).status;
const namesOf = async (lanyard: Lanyard) => (await lanyard.ask('passkeys/list')).map(({ name }) => name);

test.describe('passkeys', () => {
  test('enrol, lock, and the small window opens the vault by passkey and closes', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const { window, session } = await openWithAuthenticator(lanyard, context);
    const authenticatorId = await addAuthenticator(session);

    // A slip in the password first: nothing is added, and the passkey made is used once it is typed right.
    await enrol(window, 'Front desk', 'not the password at all');
    await expect(window.getByText(/^That is not the password/)).toBeVisible();
    expect(await namesOf(lanyard)).toEqual([]);
    await window.getByLabel('Current password').fill(VAULT_PASSWORD);
    await window.getByRole('button', { name: 'Add the passkey' }).click();
    await expect(window.getByText('“Front desk” opens the vault from now on.')).toBeVisible();
    expect(await namesOf(lanyard)).toEqual(['Front desk']);
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);

    // The same device gets no second one.
    await enrol(window, 'Front desk again');
    await expect(window.getByText(/There is a passkey for this vault on that device already/)).toBeVisible();
    expect(await namesOf(lanyard)).toEqual(['Front desk']);

    await lanyard.ask('vault/lock');
    const closed = window.waitForEvent('close');
    await window.goto(unlockPage(lanyard, '#passkey'), { waitUntil: 'commit' });
    await closed;
    expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({
      status: 'unlocked',
      accounts: [{ id: accountId }],
    });
  });

  test('the locked popup offers it and opens the small window; without one it offers nothing', async ({
    context,
    browserSession,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const before = await lanyard.popup(tab);
    await before.see({ name: 'Password', role: 'textbox' });
    expect(await before.has('Use passkey')).toBe(false);
    await lanyard.closePopup();

    await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
    await addSlot(lanyard);
    await lanyard.ask('vault/lock');
    const tabId = await lanyard.tabInFront();
    const popup = await lanyard.popup(tab);
    await popup.click('Use passkey');
    const window = await findPage(browserSession, new RegExp(`unlock\\.html#passkey&tab=${tabId}$`));
    await window.see('Use passkey');
    expect(await window.evaluate('chrome.windows.getCurrent().then(({ type }) => type)')).toBe('popup');
    await expect.poll(() => window.evaluate('document.title')).toBe('Lanyard is locked');
  });

  test('two passkeys; removing one shuts out both, and the password still opens', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const { window, session } = await openWithAuthenticator(lanyard, context);
    const reader = await addAuthenticator(session);
    await enrol(window, 'Front desk');
    await expect(window.getByText('“Front desk” opens the vault')).toBeVisible();
    await session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId: reader,
      enabled: false,
    });
    const stick = await addAuthenticator(session, { transport: 'usb' });
    await enrol(window, 'Blue key');
    await expect(window.getByText('“Blue key” opens the vault')).toBeVisible();
    expect(await namesOf(lanyard)).toEqual(['Front desk', 'Blue key']);

    const old = [];
    for (const authenticatorId of [stick, reader]) {
      const other = authenticatorId === stick ? reader : stick;
      await session.send('WebAuthn.setAutomaticPresenceSimulation', {
        authenticatorId: other,
        enabled: false,
      });
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
      old.push(await answerOf(window, lanyard));
      await lanyard.ask('vault/lock');
      await lanyard.ask('passkeys/unlock', { ...old.at(-1)!, tabId: null });
      expect(await statusOf(lanyard)).toBe('unlocked');
    }
    expect(new Set(old.map(({ slotId }) => slotId)).size).toBe(2);

    await window.getByRole('listitem').filter({ hasText: 'Blue key' }).getByRole('button').click();
    await expect(window.getByText(/You get a new recovery key to write down/)).toBeVisible();
    await window.getByLabel('Current password').fill(VAULT_PASSWORD);
    await window.getByRole('button', { name: 'Remove the passkey' }).click();
    await confirmRecoveryKey(window);
    await expect(window.getByText('The vault has a new key.')).toBeVisible();
    expect(await lanyard.ask('passkeys/list')).toEqual([]);
    expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({ recoveryConfirmed: true });

    await lanyard.ask('vault/lock');
    expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({ hasPasskey: false });
    for (const answer of old)
      await expect(lanyard.ask('passkeys/unlock', { ...answer, tabId: null })).rejects.toThrow(
        'passkey-unknown',
      );
    await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
    expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toMatchObject([
      { id: accountId },
    ]);
  });

  test('without verification it is refused: by the browser, and by us where the browser is talked out of it', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const { window, session } = await openWithAuthenticator(lanyard, context);
    const anybodys = { transport: 'usb', hasResidentKey: false, hasUserVerification: false };
    const authenticatorId = await addAuthenticator(session, { ...anybodys, isUserVerified: false });
    await enrol(window, 'Found key');
    await expect(window.getByText(/^No passkey was added/)).toBeVisible();
    await window.evaluate(askWithoutVerification);
    await window.getByRole('button', { name: 'Add the passkey' }).click();
    await expect(window.getByText(/did not check that it is you/)).toBeVisible();
    expect(await namesOf(lanyard)).toEqual([]);

    // A slot that such a key opens: only the check stands between them.
    const { slotId, prf } = await addUnverifiedSlot(window, lanyard);
    await lanyard.ask('vault/lock');
    await window.goto(unlockPage(lanyard));
    await window.getByRole('button', { name: 'Use passkey' }).click();
    await expect(window.getByText(/^The passkey was not used/)).toBeVisible();
    await window.evaluate(askWithoutVerification);
    await window.getByRole('button', { name: 'Use passkey' }).click();
    await expect(window.getByText(/answered without checking that it is you/)).toBeVisible();
    expect(await statusOf(lanyard)).toBe('locked');

    // The control: its answer would open the vault, and a device that checks is taken.
    await window.goto(`chrome-extension://${lanyard.id}/options.html#security`);
    await lanyard.ask('passkeys/unlock', { slotId, prf, tabId: null });
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    await addAuthenticator(session);
    await enrol(window, 'Front desk');
    await expect(window.getByText('“Front desk” opens the vault')).toBeVisible();
  });

  test('an authenticator without PRF adds nothing and says so', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const { window, session } = await openWithAuthenticator(lanyard, context);
    await addAuthenticator(session, { hasPrf: false });
    await enrol(window, 'Old key');
    await expect(window.getByText(/^That device cannot open a vault/)).toBeVisible();
    expect(await namesOf(lanyard)).toEqual([]);
    await lanyard.ask('vault/lock');
    expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({ hasPasskey: false });
  });

  test('a passkey that fails, or is another vault’s, costs nothing: the password opens at once', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const { window, session } = await openWithAuthenticator(lanyard, context);
    const authenticatorId = await addAuthenticator(session);
    await enrol(window, 'Front desk');
    await expect(window.getByText('“Front desk” opens the vault')).toBeVisible();
    const good = await answerOf(window, lanyard);

    await lanyard.ask('vault/lock');
    const wrong = btoa(String.fromCharCode(...new Uint8Array(32)));
    for (let tries = 0; tries < 5; tries++)
      await expect(
        lanyard.ask('passkeys/unlock', { slotId: good.slotId, prf: wrong, tabId: null }),
      ).rejects.toThrow('passkey-unknown');
    await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });

    await lanyard.ask('vault/create-beside', { password: 'eight teal buses at dusk', nickname: 'Robin' });
    await lanyard.ask('vault/lock');
    await expect(lanyard.ask('passkeys/unlock', { ...good, tabId: null })).rejects.toThrow('passkey-unknown');
    await lanyard.ask('vault/unlock', { password: 'eight teal buses at dusk', tabId: null });
    const { vaults, vaultId } = await lanyard.ask('vault/snapshot', { tabId: null });
    await lanyard.ask('vault/switch', {
      vaultId: vaults.find((vault) => vault.vaultId !== vaultId)!.vaultId,
    });

    // The authenticator has lost it: the window says so, and its password field opens the vault.
    await session.send('WebAuthn.clearCredentials', { authenticatorId });
    await window.goto(unlockPage(lanyard, '#passkey'));
    await expect(window.getByText(/^The passkey was not used/)).toBeVisible();
    const closed = window.waitForEvent('close');
    await window.getByLabel('Password').fill(VAULT_PASSWORD);
    await window.getByLabel('Password').press('Enter');
    await closed;
    expect(await statusOf(lanyard)).toBe('unlocked');
    // The control: what opened it before still would.
    await lanyard.ask('vault/lock');
    await lanyard.ask('passkeys/unlock', { ...good, tabId: null });
  });
});
