import { expectedCode } from '../../scripts/lib/codes.mjs';
import { attach, type Session, type Transport } from '../../scripts/lib/session.mjs';
import { readSecret } from '../../utils/otp/base32';
import { parseRecoveryKey } from '../../utils/vault/recovery-key';
import { readContext } from '../at-rest/context';
import { searchContext } from '../at-rest/context-search';
import { HEAP_PLANTS, plantOnHeap, unplantFromHeap } from '../at-rest/heap-plants';
import { isCutShort } from '../at-rest/heap-strings';
import type { Needle } from '../at-rest/needles';
import { createSearch } from '../at-rest/search';
import { leaveFigures } from '../figures';
import { expect, type Lanyard, ORIGIN, SAM, test } from './fixtures';

const SECRET = 'K5XV3C7QZ2MBW4LTYHJ6RDGAE7PNIUOS';
const ISSUER = 'Quillback Imaging';
const NAME = 'Anne Okonkwo-Reyes';
const PASSWORD = 'nine marmalade geckos fly';
const RECOVERY_CODES = ['qk7vx-2mwrp', '3f2a9c1e-77b0-4d1c-9e55-0a6b1c2d3e4f', 'zt4hd9wqpxvb'];
const KEY_URI = `otpauth://totp/${encodeURIComponent(ISSUER)}:${encodeURIComponent(NAME)}?secret=${SECRET}`;

test.use({ clinicOptions: { users: [{ ...SAM, secret: SECRET }] } });

test('T50 two seconds after lock nothing is reachable in the worker, the popup, the settings and the portal', async ({
  context,
  browserSession,
  lanyard,
}) => {
  test.setTimeout(90_000);
  const { recoveryKey } = await lanyard.ask('vault/create', { password: PASSWORD });
  const account = { keyUri: KEY_URI, origin: ORIGIN, tabId: null, same: 'ask' } as const;
  const { accountId } = await lanyard.ask('accounts/add', account);
  const text = RECOVERY_CODES.join('\n');
  await lanyard.ask('accounts/keep-recovery-codes', { accountId, text, renewed: false });
  await lanyard.ask('vault/lock');

  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${lanyard.id}/options.html?open`);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.fill('Password', PASSWORD);
  await popup.press('Enter');
  await popup.click(/^Open Quillback/);
  await popup.see('Copy');
  await popup.click('Show');
  await popup.fill('Your password', PASSWORD);
  await popup.press('Enter');
  await popup.see(RECOVERY_CODES[0]!);

  const vaultKey = Buffer.from(await vaultKeyOf(lanyard), 'base64');
  const needles: Needle[] = [
    { what: 'secret', variants: [SECRET, readSecret(SECRET)] },
    { what: 'issuer', variants: [ISSUER] },
    { what: 'account', variants: [NAME] },
    { what: 'password', variants: [PASSWORD] },
    { what: 'recovery code', variants: RECOVERY_CODES },
    { what: 'vault key', variants: [vaultKey] },
    {
      what: 'recovery key',
      variants: [recoveryKey, recoveryKey.replaceAll('-', ''), parseRecoveryKey(recoveryKey)],
    },
  ];
  const search = createSearch([...needles, ...HEAP_PLANTS]);
  const contexts = {
    worker: `${lanyard.id}/background.js`,
    popup: 'popup.html',
    settings: 'options.html?open',
    portal: ORIGIN,
  };
  const read = async (name: keyof typeof contexts, before?: (session: Session) => Promise<void>) => {
    const session = await attachTo(browserSession, contexts[name]);
    await before?.(session);
    const found = await readContext(session);
    // A driver's handles hold what they name: nothing of this conversation may outlive it.
    await session.detach();
    const codes = [-4, -3, -2, -1, 0, 1, 2, 3].map((steps) =>
      expectedCode(SECRET, Date.now() + steps * 30_000),
    );
    return { ...found, hits: searchContext(found, search, codes) };
  };
  const names = Object.keys(contexts) as (keyof typeof contexts)[];

  // The control: what is open, or planted, is found.
  const kindsIn = ({ hits }: { hits: { what: string }[] }) => [...new Set(hits.map(({ what }) => what))];
  for (const name of names) {
    const kinds = kindsIn(await read(name, plantOnHeap));
    expect(kinds, name).toEqual(expect.arrayContaining(HEAP_PLANTS.map(({ what }) => what)));
    if (name === 'worker')
      expect(kinds).toEqual(expect.arrayContaining(['secret', 'recovery code', 'issuer', 'account']));
    if (name === 'popup')
      expect(kinds).toEqual(expect.arrayContaining(['code', 'recovery code', 'issuer', 'account']));
    const session = await attachTo(browserSession, contexts[name]);
    await unplantFromHeap(session);
    await session.detach();
  }

  await popup.click('Back');
  await popup.click('Lock');
  await popup.see({ name: 'Password', role: 'textbox' });
  await popup.session.detach();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await lanyard.isWorkerRunning()).toBe(true);

  let strings = 0;
  let buffers = 0;
  for (const name of names) {
    const found = await read(name);
    expect.soft(found.hits, name).toEqual([]);
    // Sealed records, read ahead for the lock screen, are what they are on the disk.
    expect
      .soft(
        found.unread.filter((path) => !path.endsWith(SEALED)),
        name,
      )
      .toEqual([]);
    // Of longer strings only the beginning was seen. The only ones are modules of the password function, in base64, names of
    // classes, and snapshots, whose whole text is searched on the disk by at-rest.spec.ts.
    const cut = found.strings.filter(isCutShort).map(({ text }) => text.slice(0, 7));
    expect
      .soft(
        cut.filter((start) => !['AGFzbQE', 'blink::', 'lanyard'].includes(start)),
        name,
      )
      .toEqual([]);
    strings += found.strings.length;
    buffers += found.buffers.length;
  }
  leaveFigures('heap', {
    'Reachable 2 s after lock': `0 of ${needles.length} needles and the codes in ${strings} strings, ${buffers} buffers of ${names.length} contexts (control: ${HEAP_PLANTS.length} of ${HEAP_PLANTS.length} planted found in each)`,
  });
});

const SEALED = 'Object.ciphertext > Uint8Array.buffer';

async function attachTo(browser: Transport, address: string): Promise<Session> {
  const { targetInfos } = await browser.send('Target.getTargets');
  return attach(browser, targetInfos.find(({ url }: { url: string }) => url.includes(address)).targetId);
}

function vaultKeyOf(lanyard: Lanyard): Promise<string> {
  return lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: string): Promise<Record<string, { vaultKey: string }>> } } };
    };
    return (await chrome.storage.session.get('session-key'))['session-key']!.vaultKey;
  });
}
