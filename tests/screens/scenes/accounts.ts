import { ORIGIN, PASSWORD, type Scene } from '../stage.ts';

const PORTALS = ['Cliniko', 'Jane', 'Halaxy', 'Nookal', 'Splose', 'Semble', 'WriteUpp', 'Pabau'];
const keyUris = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => {
    const n = from + place;
    const digits = [...String(n).padStart(5, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
    const portal = PORTALS[n % PORTALS.length];
    return `otpauth://totp/${portal}:person.${n}@harbourphysio.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3${digits}&issuer=${portal}`;
  });

export const accounts: Scene = async ({ lanyard, tab, begin, open, shoot }) => {
  const accountId = await begin();
  await tab.goto(`${ORIGIN}/plain`);
  const opened = async () => {
    const popup = await lanyard.popup(tab);
    await popup.see(/^Copy/);
    return popup;
  };
  const one = await opened();
  await shoot('codes-one', one);
  await one.click(/^Open Larkmoor/);
  await one.see('Recovery codes');
  await shoot('account', one);
  await one.click('Set up a second device');
  await one.see('Your password');
  await shoot('account-second-device', one);
  await one.press('Escape');
  await one.click('Add recovery codes');
  await one.insert('k7mpq-2xwva\nnhtrb-9cdef\nwwkpa-zzrth');
  await shoot('account-recovery-codes-typed', one);
  await one.click(/^Keep \d/);
  await one.click('Show');
  await one.see('Your password');
  await one.type(PASSWORD);
  await one.press('Enter');
  await one.see('nhtrb-9cdef');
  await shoot('account-recovery-codes', one);
  await one.fill('Another site', 'app.portal.example');
  await one.click('Add');
  await one.see('Use on app.portal.example');
  await shoot('account-another-site', one);
  await one.click('Remove account');
  await one.see('Undo');
  await shoot('account-removed', one);
  await one.click('Undo');
  await lanyard.closePopup();

  await lanyard.ask('accounts/add-all', { keyUris: keyUris(0, 20) });
  const twenty = await opened();
  await shoot('codes-twenty', twenty);
  await twenty.type('jane');
  await shoot('codes-search', twenty);
  await twenty.type('zzz');
  await shoot('codes-search-nothing', twenty);
  await lanyard.closePopup();

  await lanyard.ask('accounts/add-all', { keyUris: keyUris(20, 480) });
  await lanyard.ask('accounts/add-all', { keyUris: keyUris(500, 480) });
  await shoot('codes-thousand', await opened());
  await lanyard.closePopup();

  // Last: the browser's window takes the size, and a popup is no wider than its window.
  const small = await open(`popup.html#keep-open=${accountId}`);
  await small.setViewportSize({ width: 300, height: 210 });
  await shoot('kept-open', small);
  await small.close();
};
