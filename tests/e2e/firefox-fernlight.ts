import type { Firefox } from '../../scripts/lib/firefox.mjs';
import { answerQuestion, readQuestion } from '../../scripts/lib/firefox-front.mjs';
import { startClinic } from '../clinic/clinic.ts';
import { SAM } from '../clinic/portals/people.ts';
import { eventually, requireThat } from './firefox-checks.ts';
import type { Lanyard } from './firefox-lanyard.ts';

/**
 * A single-page app with six boxes that send themselves, in a tab of its own: nobody touches the boxes, and each code is
 * sent once.
 */
export async function openFernlight(firefox: Firefox, lanyard: Lanyard) {
  const clinic = await startClinic();
  const { host, user } = clinic.portals.fernlight;
  const tab = await firefox.openTab();
  const shows = (words: string, milliseconds = 10_000) =>
    eventually(
      () => firefox.evalIn(tab, `document.body.innerText.includes(${JSON.stringify(words)})`),
      `${host} says “${words}”`,
      milliseconds,
    );
  async function logIn(): Promise<void> {
    await firefox.waitFor(tab, `!!document.querySelector('[name=email]')`, 'the login is there');
    await firefox.click(tab, '[name=email]');
    await firefox.type(tab, SAM.email);
    await firefox.click(tab, '[name=password]');
    await firefox.type(tab, `${SAM.password}\uE007`);
  }

  return {
    close: () => clinic.close(),

    /** The host is allowed, and the first code is all that the app needs. */
    async enrols(): Promise<void> {
      await firefox.activate(tab);
      const url = `https://${host}:${clinic.port}/app`;
      await firefox.send('browsingContext.navigate', { context: tab, url, wait: 'none' });
      await logIn();
      await shows('No clients this morning.');
      await firefox.click(tab, '[data-key]');
      await shows('Scan this code');
      await lanyard.suspend();
      const popup = await lanyard.popup();
      await popup.see('Found on this page');
      await popup.clickElement(`document.querySelector('[data-save]')`);
      const question = await readQuestion(firefox);
      requireThat(question.includes(host), `Firefox asks something else: ${question}`);
      await answerQuestion(firefox, 'allow');
      await shows('Two-step verification is on');
      await lanyard.awaitScriptOn(host);
      await lanyard.closePopup();
    },

    async logsInAgain(): Promise<void> {
      await firefox.activate(tab);
      await firefox.click(tab, '[data-out]');
      await logIn();
      // Where the step's code was used already, the next one is waited for.
      await shows('No clients this morning.', 33_000);
      const { logins, failures, attempts } = user(SAM.email);
      requireThat(`${logins}` === 'password,code', `logins: ${logins}`);
      requireThat(failures === 0 && attempts.length === 2, `${failures} wrong codes of ${attempts.length}`);
    },
  };
}
