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
  const found = await lanyard.popup(tab);
  await found.see('Save');
  await shoot('enrol-found', found);
  await found.click('Save');
  await found.see(/^Saved/);
  await found.waitFor(`!!document.querySelector('.dock .notice')`, 'how the first code fared is said');
  await shoot('enrol-saved', found);
  await found.click('Add account');
  await shoot('enrol-by-hand', found);
  await lanyard.closePopup();
};
