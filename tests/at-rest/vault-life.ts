import { type BrowserContext, expect } from '@playwright/test';
import { readSecret } from '../../utils/otp/base32';
import { parseRecoveryKey } from '../../utils/vault/recovery-key';
import { logIn, ORIGIN } from '../e2e/fixtures';
import type { Lanyard } from '../e2e/lanyard';
import type { Needle } from './needles';

export const SECRETS = {
  filled: 'K5XV3C7QZ2MBW4LTYHJ6RDGAE7PNIUOS',
  edited: 'ZP3XQ7MVB2KDWTL6HYJ4NRCGSAEOIU5F',
  removed: 'T6QJ4WZC2VXKB7MLPYHD3RNGFAEOSUI5',
  replaced: 'D7ZKQ3XVW4MJB2TPLHY6CRNGOAESIUF5',
  replacing: 'W2MTXZ4Q7KVJB3DLPHY6GRNCSAEIOUF5',
};
const ISSUERS = {
  filled: 'Quillback Röntgen & Söhne',
  edited: 'Pipistrelle Pathology',
  removed: 'Wheelwright “Vaccines”',
  replaced: 'Tamarisk Audiology',
  afterwards: 'Saltmarsh Sonography',
};
const NAMES = {
  filled: 'Änne Okonkwo-Reyes',
  edited: 'reception desk/three',
  removed: 'locum pharmacist',
  replaced: 'front office, mornings',
  afterwards: 'after the wedding',
};
/** Of a portal: kept, one of them used, one taken away again. */
const RECOVERY_CODES = {
  kept: 'qk7vx-2mwrp',
  used: '3f2a9c1e-77b0-4d1c-9e55-0a6b1c2d3e4f',
  removed: 'zt4hd9wqpxvb',
};
/** Bound to, and never granted. */
const HOSTS = ['portal.quillback-imaging.example', 'login.pipistrelle-path.example'] as const;
const PASSWORDS = {
  first: 'Nine "marmalade" Geckos fly',
  second: 'größere Trombonen bei Nacht',
  wrong: 'Nine marmalade Geckos swim',
};

/** What no key opens the vault without, as it was known to somebody once. */
export interface LifeKeys {
  readonly vaultId: string;
  /** base64 */
  readonly vaultKey: string;
  readonly recoveryKeys: readonly string[];
  /** From the middle of a set-up code that was shown again, as it was drawn. */
  readonly drawn: string;
}

/** All that a vault goes through, from the first password to the last lock. */
export async function liveVaultLife(context: BrowserContext, lanyard: Lanyard): Promise<LifeKeys> {
  const { recoveryKey } = await lanyard.ask('vault/create', { password: PASSWORDS.first });
  const add = async (which: keyof typeof NAMES, secret: string, origin: string | null, replace?: string) => {
    const issuer = encodeURIComponent(ISSUERS[which]);
    const keyUri = `otpauth://totp/${issuer}:${encodeURIComponent(NAMES[which])}?secret=${secret}&issuer=${issuer}`;
    const same = replace === undefined ? 'ask' : { replace };
    return (await lanyard.ask('accounts/add', { keyUri, origin, tabId: null, same })).accountId;
  };
  const filled = await add('filled', SECRETS.filled, ORIGIN);
  const edited = await add('edited', SECRETS.edited, `https://${HOSTS[0]}`);
  const removed = await add('removed', SECRETS.removed, `https://${HOSTS[1]}`);
  const replaced = await add('replaced', SECRETS.replaced, null);
  await add('replaced', SECRETS.replacing, null, replaced);
  const [issuer, account] = [ISSUERS.afterwards, NAMES.afterwards];
  await lanyard.ask('accounts/edit', {
    accountId: edited,
    issuer,
    account,
    fillsItself: false,
    submits: false,
  });
  await lanyard.ask('accounts/bind', { accountId: edited, origin: `https://${HOSTS[1]}`, tabId: null });
  await lanyard.ask('accounts/remove', { accountId: removed });
  await lanyard.ask('codes/copy', { accountId: edited, which: 'now' });

  const keep = (accountId: string, text: string) =>
    lanyard.ask('accounts/keep-recovery-codes', { accountId, text, renewed: false });
  await keep(filled, RECOVERY_CODES.used);
  await keep(filled, RECOVERY_CODES.kept);
  await lanyard.ask('recovery/mark', { accountId: filled, code: RECOVERY_CODES.used, used: true });
  await lanyard.ask('recovery/list', { accountId: filled, password: PASSWORDS.first });
  const { svg } = await lanyard.ask('accounts/show-key', { accountId: filled, password: PASSWORDS.first });
  const drawn = svg.slice(svg.length / 2, svg.length / 2 + 64);
  await keep(edited, RECOVERY_CODES.removed);
  await lanyard.ask('recovery/remove', { accountId: edited });

  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  await lanyard.ask('vault/lock');

  const popup = await lanyard.popup(tab);
  await popup.fill('Password', PASSWORDS.wrong);
  await popup.press('Enter');
  await popup.see(/That is not the password/);
  await popup.fill('Password', PASSWORDS.first);
  await popup.press('Enter');
  await popup.see({ name: 'Search accounts', role: 'searchbox' });
  await popup.type('quill');
  await popup.click(/^Open Quillback/);
  await lanyard.closePopup();
  await lanyard.ask('vault/lock');

  const renewed = await lanyard.ask('vault/recover', { recoveryKey, password: PASSWORDS.second });
  const session = await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: string): Promise<Record<string, LifeKeys>> } } };
    };
    return (await chrome.storage.session.get('session-key'))['session-key']!;
  });
  await lanyard.ask('vault/lock');
  const { vaultId, vaultKey } = session;
  return { vaultId, vaultKey, recoveryKeys: [recoveryKey, renewed.recoveryKey], drawn };
}

/** What of that life must not be readable. */
export function lifeNeedles({ vaultKey, recoveryKeys, drawn }: LifeKeys): Needle[] {
  const named = (kind: string, things: Readonly<Record<string, string>>): Needle[] =>
    Object.entries(things).map(([which, thing]) => ({ what: `${kind}, ${which}`, variants: [thing] }));
  return [
    ...Object.entries(SECRETS).map(([which, secret]) => ({
      what: `secret, ${which}`,
      variants: [secret, readSecret(secret)],
    })),
    ...named('recovery code', RECOVERY_CODES),
    ...named('password', PASSWORDS),
    { what: 'set-up code shown again', variants: [drawn] },
    { what: 'vault key', variants: [Buffer.from(vaultKey, 'base64')] },
    ...recoveryKeys.map((key, i) => ({
      what: `recovery key ${i + 1}`,
      variants: [key, key.replaceAll('-', ' '), key.replaceAll('-', ''), parseRecoveryKey(key)],
    })),
    ...named('issuer', ISSUERS),
    ...named('account', NAMES),
    ...named('host', { first: HOSTS[0], second: HOSTS[1] }),
  ];
}
