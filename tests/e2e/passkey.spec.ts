import type { CDPSession, Page as Tab } from '@playwright/test';
import { findPage } from '../../scripts/lib/popup.mjs';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

const KEY = { ctap2Version: 'ctap2_1', protocol: 'ctap2', automaticPresenceSimulation: true } as const;

/** A page of ours in a small window, with an authenticator of its own. It is a fingerprint reader unless told otherwise. */
async function openWithAuthenticator(lanyard: Lanyard, context: import('@playwright/test').BrowserContext) {
  const opened = context.waitForEvent('page');
  await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { create(how: object): Promise<void> } };
    };
    await chrome.windows.create({ type: 'popup', url: 'options.html', width: 400, height: 560 });
  });
  const window = await opened;
  const session = await context.newCDPSession(window);
  await session.send('WebAuthn.enable');
  return { window, session };
}

async function addAuthenticator(session: CDPSession, changes: object = {}): Promise<string> {
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...KEY,
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      ...changes,
    },
  });
  return authenticatorId;
}

async function enrol(window: Tab, name: string, password = VAULT_PASSWORD): Promise<void> {
  await window.getByText('Add a passkey', { exact: true }).click();
  await window.getByLabel('Name of the passkey').fill(name);
  await window.getByLabel('Password now').fill(password);
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
    await window.getByLabel('Password now').fill(VAULT_PASSWORD);
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
    await window.getByLabel('Password now').fill(VAULT_PASSWORD);
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
    await lanyard.ask('passkeys/unlock', { slotId, prf, tabId: null });

    // The control: a device that checks is taken.
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    await addAuthenticator(session);
    const options = `chrome-extension://${lanyard.id}/options.html`;
    await window.goto(options);
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

/** Types one group of the key shown back, as from paper. */
async function confirmRecoveryKey(page: Tab): Promise<void> {
  await expect(page.locator('[data-group]')).toHaveCount(8);
  const groups = await page.locator('[data-group]').allTextContents();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const field = page.getByLabel(/^Group \d$/);
  const asked = Number(
    /\d/.exec(
      (await page
        .locator('label')
        .filter({ hasText: /^Group/ })
        .textContent())!,
    )![0],
  );
  await field.fill(groups[asked - 1]!);
  await page.getByRole('button', { name: 'Done' }).click();
}

/** A slot whose passkey nobody holds. */
async function addSlot(lanyard: Lanyard): Promise<void> {
  const random = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  await lanyard.ask('passkeys/add', {
    password: VAULT_PASSWORD,
    name: 'Nobody’s',
    credentialId: random(),
    prfSalt: random(),
    prf: random(),
  });
}

/** A slot for a passkey made without verification, which our own pages never make. */
async function addUnverifiedSlot(page: Tab, lanyard: Lanyard): Promise<{ slotId: string; prf: string }> {
  const made = await page.evaluate(async () => {
    const text = (buffer: BufferSource) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer as ArrayBuffer)));
    const first = new Uint8Array(32).fill(7);
    const credential = (await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Lanyard' },
        user: { id: new Uint8Array(16), name: 'Found key', displayName: 'Found key' },
        challenge: new Uint8Array(32),
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        extensions: { prf: { eval: { first } } },
      },
    })) as PublicKeyCredential;
    const prf = credential.getClientExtensionResults().prf!.results!.first;
    return { credentialId: text(credential.rawId), prfSalt: text(first), prf: text(prf) };
  });
  await lanyard.ask('passkeys/add', { password: VAULT_PASSWORD, name: 'Found key', ...made });
  const [slot] = await lanyard.ask('passkeys/list');
  return { slotId: slot!.slotId, prf: made.prf };
}

/** What the passkey in this page's authenticator answers: asked as our own page asks. */
async function answerOf(page: Tab, lanyard: Lanyard): Promise<{ slotId: string; prf: string }> {
  const passkeys = await lanyard.ask('passkeys/list');
  return page.evaluate(async (passkeys) => {
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const text = (buffer: BufferSource) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer as ArrayBuffer)));
    const url = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const credential = (await navigator.credentials.get({
      publicKey: {
        challenge: new Uint8Array(32),
        userVerification: 'required',
        allowCredentials: passkeys.map(({ credentialId }) => ({
          type: 'public-key',
          id: bytes(credentialId),
        })),
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              passkeys.map(({ credentialId, prfSalt }) => [url(credentialId), { first: bytes(prfSalt) }]),
            ),
          },
        },
      },
    })) as PublicKeyCredential;
    const found = passkeys.find(({ credentialId }) => url(credentialId) === credential.id)!;
    return { slotId: found.slotId, prf: text(credential.getClientExtensionResults().prf!.results!.first) };
  }, passkeys);
}

/** Runs in the page: what a browser would do that does not keep to `userVerification: 'required'`. */
function askWithoutVerification(): void {
  const { create, get } = navigator.credentials;
  navigator.credentials.create = (wish) =>
    create.call(navigator.credentials, {
      publicKey: {
        ...wish!.publicKey!,
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
      },
    });
  navigator.credentials.get = (wish) =>
    get.call(navigator.credentials, {
      ...wish,
      publicKey: { ...wish!.publicKey!, userVerification: 'discouraged' },
    });
}
