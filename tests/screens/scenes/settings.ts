import { PASSWORD, type Scene } from '../stage.ts';

export const settings: Scene = async ({ lanyard, begin, open, shoot }) => {
  const accountId = await begin();
  const keyUri = 'otpauth://totp/Jane:jane@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Jane';
  await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
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
  await lanyard.ask('accounts/remove', { accountId });
  const options = await open('options.html');
  await options.waitForTimeout(500);
  await shoot('settings', options);
  const language = await open('options.html#language');
  await shoot('settings-language', language);
  await language.close();
  await lanyard.ask('vault/lock');
  await options.reload();
  await options.waitForTimeout(500);
  await shoot('settings-locked', options);
  await options.close();
};
