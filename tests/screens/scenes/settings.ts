import { ORIGIN, PASSWORD, type Scene, SECRET } from '../stage.ts';

export const settings: Scene = async ({ lanyard, begin, open, shoot }) => {
  const accountId = await begin();
  const keyUri = 'otpauth://totp/Jane:jane@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Jane';
  const asked = { tabId: null, same: 'ask' } as const;
  await lanyard.ask('accounts/add', { ...asked, keyUri, origin: 'https://harbour.janeapp.example' });
  await lanyard.ask('accounts/keep-recovery-codes', {
    ...{ accountId, renewed: false },
    text: 'k7mpq-2xwva\nnhtrb-9cdef\nwwkpa-zzrth\n',
  });
  const sheet = await open(`recovery-codes.html#print=${accountId}`);
  await sheet.locator('input[type=password]').fill(PASSWORD);
  await sheet.keyboard.press('Enter');
  await sheet.getByText('nhtrb-9cdef').waitFor();
  await shoot('recovery-sheet', sheet);
  await sheet.close();

  const shot = async (name: string, hash = name) => {
    const page = await open(`options.html#${hash}`);
    await page.waitForTimeout(500);
    await shoot(`settings-${name}`, page);
    await page.close();
  };
  // Removed, set up once more with the same key, and brought back: so it comes to be there twice.
  const again = `otpauth://totp/Larkmoor:sam@harbourphysio.example?secret=${SECRET}&issuer=Larkmoor`;
  await lanyard.ask('accounts/remove', { accountId });
  const twin = await lanyard.ask('accounts/add', { ...asked, keyUri: again, origin: ORIGIN });
  await lanyard.ask('accounts/restore', { accountId });
  const other = { keyUri: keyUri.replace('PXP&', 'PXQ&'), origin: null };
  await lanyard.ask('accounts/add', { ...other, tabId: null, same: 'keep-both' });
  await shot('accounts');
  await shot('account', `accounts/${accountId}`);
  await shot('accounts-twice', 'accounts/doubles');
  await lanyard.ask('accounts/remove', twin);
  await shot('accounts-removed', 'accounts/removed');
  for (const section of ['security', 'backups', 'sites', 'people', 'about']) await shot(section);
  await lanyard.ask('vault/lock');
  await shot('locked', 'accounts');
};
