import { ORIGIN, PASSWORD, type Scene } from '../stage.ts';

export const firstRun: Scene = async ({ lanyard, tab, open, shoot }) => {
  await tab.goto(`${ORIGIN}/demo`);
  await shoot('no-vault', await lanyard.popup(tab));
  await lanyard.closePopup();
  const welcome = await open('welcome.html');
  await shoot('welcome-1-password', welcome);
  const [password, again] = await welcome.locator('input[type=password]').all();
  await password!.fill(PASSWORD);
  await again!.fill(PASSWORD);
  await shoot('welcome-1-password-typed', welcome);
  await welcome.keyboard.press('Enter');
  const groups = welcome.locator('[data-group]');
  await groups.nth(7).waitFor();
  const key = await groups.allTextContents();
  await shoot('welcome-2-recovery-key', welcome);
  await welcome.getByRole('button', { name: 'I have written it down' }).click();
  await shoot('welcome-2-recovery-key-group', welcome);
  const asked = Number((await welcome.locator('.group-field label').textContent())!.match(/\d/)![0]);
  await welcome.keyboard.type(key[asked - 1]!);
  await welcome.getByRole('heading', { name: 'Lanyard is ready' }).waitFor();
  await shoot('welcome-3-ready', welcome);

  const popup = await lanyard.popup(welcome);
  await popup.see('Found on this page');
  await shoot('practice-found', popup);
  await popup.click('Save');
  await popup.see('Saved.');
  await shoot('practice-saved', popup);
  await lanyard.closePopup();
  await shoot('welcome-3-ready-saved', welcome);
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  const { code } = await lanyard.ask('codes/copy', { accountId: accounts[0]!.id, which: 'now' });
  await welcome.getByLabel('Code', { exact: true }).fill(code);
  await shoot('welcome-3-ready-accepted', welcome);
  await welcome.getByRole('button', { name: 'Remove the practice account' }).click();
  await welcome.getByText('nothing of it is left behind').waitFor();
  await shoot('welcome-3-ready-removed', welcome);
  await welcome.goto(`chrome-extension://${lanyard.id}/options.html`); // another address first, or it is no new page
  await welcome.goto(`chrome-extension://${lanyard.id}/welcome.html#practice`);
  await shoot('welcome-practice', welcome);
  await tab.goto(`${ORIGIN}/plain`);
  await shoot('empty', await lanyard.popup(tab));
  await lanyard.closePopup();
  await welcome.close();
};
