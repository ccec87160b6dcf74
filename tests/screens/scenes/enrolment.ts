import { ORIGIN, PASSWORD, type Scene } from '../stage.ts';

const uri = (name: string, more = '') =>
  `otpauth://totp/Larkmoor:${name}@harbourphysio.example?secret=GEZDGNBVGY3TQOJQ&issuer=Larkmoor${more}`;
const showing = (...texts: string[]) =>
  `${ORIGIN}/enrol-demo?${texts.map((text) => `uri=${encodeURIComponent(text)}`).join('&')}`;

export const enrolment: Scene = async ({ lanyard, tab, shoot }) => {
  await lanyard.ask('vault/create', { password: PASSWORD });
  await lanyard.ask('vault/confirm-recovery-key');
  await tab.goto(`${ORIGIN}/plain`);
  const empty = await lanyard.popup(tab);
  await empty.see('Look on this page');
  await shoot('enrol-nothing-yet', empty);
  await empty.click('Look on this page');
  await empty.see('Nothing was added');
  await shoot('enrol-no-code-found', empty);
  await lanyard.closePopup();

  await tab.goto(`${ORIGIN}/appstore-qr`);
  const store = await lanyard.popup(tab);
  await store.see('Nothing was added');
  await shoot('enrol-app-store-code', store);
  await lanyard.closePopup();

  await tab.goto(showing(uri('sam'), uri('jane')));
  const several = await lanyard.popup(tab);
  await several.see(/jane@/);
  await shoot('enrol-several-found', several);
  await lanyard.closePopup();

  await tab.goto(showing(uri('odd', '&digits=8&period=60&algorithm=SHA256')));
  const unusual = await lanyard.popup(tab);
  await unusual.see('Save');
  await shoot('enrol-unusual', unusual);
  await lanyard.closePopup();

  await tab.goto(`${ORIGIN}/demo`);
  const key = tab.locator('#manual-key');
  const right = (await key.textContent())!;
  const put = (text: string) =>
    key.evaluate((element, text) => {
      element.textContent = text;
    }, text);
  await put('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
  const differs = await lanyard.popup(tab);
  await differs.see('Nothing saved');
  await shoot('enrol-key-differs', differs);
  await put(right);
  await differs.click('Look again');
  await differs.see('Save');
  await shoot('enrol-found', differs);
  await lanyard.closePopup();

  await tab.locator('.scan img').evaluate((image) => image.remove());
  const text = await lanyard.popup(tab);
  await text.see('Found on this page, as text');
  await shoot('enrol-key-as-text', text);
  await lanyard.closePopup();

  await tab.goto(`${ORIGIN}/demo`);
  const found = await lanyard.popup(tab);
  await found.see('Save');
  await found.click('Save');
  await found.see(/Now press/);
  await shoot('enrol-saved', found);
  await lanyard.closePopup();
  await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
  await tab.getByText('Two-factor authentication is on.').waitFor();
  await tab.waitForTimeout(6000); // so long a page must stand before it has taken the code
  const accepted = await lanyard.popup(tab);
  await accepted.see(/took the code|accepted/);
  await shoot('enrol-accepted', accepted);
  await accepted.click('Add account');
  await shoot('enrol-by-hand', accepted);
  await lanyard.closePopup();
};
