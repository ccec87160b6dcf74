import { ORIGIN, PASSWORD, type Scene } from '../stage.ts';

export const firstRun: Scene = async ({ lanyard, tab, open, shoot }) => {
  await tab.goto(`${ORIGIN}/demo`);
  await shoot('no-vault', await lanyard.popup(tab));
  await lanyard.closePopup();
  const welcome = await open('welcome.html');
  await shoot('welcome-1-password', welcome);
  const [password, again] = await welcome.locator('input[type=password]').all();
  await password!.fill(PASSWORD);
  await again?.fill(PASSWORD);
  await shoot('welcome-1-password-typed', welcome);
  await welcome.locator('button[type=submit]').first().click();
  await welcome
    .getByText(/recovery key/i)
    .first()
    .waitFor();
  await welcome.waitForTimeout(1500);
  await shoot('welcome-2-recovery-key', welcome);
  await welcome.close();
};
