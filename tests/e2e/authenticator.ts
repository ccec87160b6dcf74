import type { BrowserContext, CDPSession, Page as Tab } from '@playwright/test';
import { type Lanyard, VAULT_PASSWORD } from './fixtures';

const KEY = { ctap2Version: 'ctap2_1', protocol: 'ctap2', automaticPresenceSimulation: true } as const;

/** A page of ours in a small window, with an authenticator of its own. It is a fingerprint reader unless told otherwise. */
export async function openWithAuthenticator(lanyard: Lanyard, context: BrowserContext) {
  const opened = context.waitForEvent('page');
  await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { create(how: object): Promise<void> } };
    };
    await chrome.windows.create({ type: 'popup', url: 'options.html#security', width: 400, height: 560 });
  });
  const window = await opened;
  const session = await context.newCDPSession(window);
  await session.send('WebAuthn.enable');
  return { window, session };
}

export async function addAuthenticator(session: CDPSession, changes: object = {}): Promise<string> {
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

/** What the passkey in this page's authenticator answers: asked as our own page asks. */
export async function answerOf(page: Tab, lanyard: Lanyard): Promise<{ slotId: string; prf: string }> {
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

/** A slot whose passkey nobody holds. */
export async function addSlot(lanyard: Lanyard): Promise<void> {
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
export async function addUnverifiedSlot(
  page: Tab,
  lanyard: Lanyard,
): Promise<{ slotId: string; prf: string }> {
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

/** Runs in the page: what a browser would do that does not keep to `userVerification: 'required'`. */
export function askWithoutVerification(): void {
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
