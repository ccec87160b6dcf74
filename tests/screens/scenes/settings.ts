import type { Scene } from '../stage.ts';

export const settings: Scene = async ({ lanyard, begin, open, shoot }) => {
  const accountId = await begin();
  const keyUri = 'otpauth://totp/Jane:jane@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Jane';
  await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
  await lanyard.ask('accounts/remove', { accountId });
  const options = await open('options.html');
  await options.waitForTimeout(500);
  await shoot('settings', options);
  await lanyard.ask('vault/lock');
  await options.reload();
  await options.waitForTimeout(500);
  await shoot('settings-locked', options);
  await options.close();
};
