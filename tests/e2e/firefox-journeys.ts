import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import type { Firefox } from '../../scripts/lib/firefox.mjs';
import { grantHosts, readQuestion } from '../../scripts/lib/firefox-front.mjs';
import { requireThat } from './firefox-checks.ts';
import { type Lanyard, VAULT_PASSWORD } from './firefox-lanyard.ts';
import { openPortal, type Portal } from './firefox-portal.ts';

/** The key as text with names typed, the link pasted, or the QR code found on the page. */
export type Source = 'key' | 'link' | 'page';

/** What is done from portal to portal. The event page is ended wherever a person could pause. */
export function createJourneys(firefox: Firefox, lanyard: Lanyard) {
  const portals = new Map<string, Portal>();

  async function visit(host: string): Promise<Portal> {
    const portal = await openPortal(firefox, host);
    portals.set(host, portal);
    return portal;
  }

  async function requireGranted({ host }: Portal, wanted: boolean): Promise<void> {
    const granted = await lanyard.granted();
    requireThat(granted.includes(`https://${host}/*`) === wanted, `granted: ${granted}`);
  }

  async function requireCurrent(portal: Portal, code: string): Promise<void> {
    requireThat(
      isCurrentCode(code, portal.state().secret ?? ''),
      `“${code}” is not the code of ${portal.host}`,
    );
  }

  /** From the set-up page up to the question, which the click that saves brings. */
  async function save(portal: Portal, from: Source): Promise<void> {
    const key = await portal.openSetUp();
    await lanyard.suspend();
    const popup = await lanyard.popup();
    if (from === 'page') await popup.see('Found on this page');
    else {
      await popup.click('Add account');
      await popup.paste('Key, link or picture', from === 'link' ? portal.keyUri() : key);
      if (from === 'key') {
        await popup.fill('Portal', 'Larkmoor');
        await popup.fill('Account', portal.host);
        await popup.click('Next');
      }
      await popup.see('Ready to save');
    }
    await lanyard.suspend();
    await popup.clickElement(`document.querySelector('[data-save]')`);
  }

  async function requireQuestion({ host }: Portal): Promise<void> {
    const question = await readQuestion(firefox);
    requireThat(question.includes(host), `Firefox asks something else: ${question}`);
  }

  /** The first code is in the page, and a popup opened anew tells. */
  async function requireFirstCode(portal: Portal): Promise<void> {
    await requireCurrent(portal, await portal.awaitCode());
    const popup = await lanyard.popup();
    await popup.see('Saved. The first code is in the page.');
    await lanyard.closePopup();
    await lanyard.suspend();
  }

  async function logInAgain(portal: Portal): Promise<void> {
    await portal.toFront();
    await portal.logOut();
    await lanyard.suspend();
    await portal.logIn();
  }

  return {
    visit,
    save,
    requireQuestion,
    requireGranted,
    requireFirstCode,
    /** One that was enrolled before. */
    at(host: string): Portal {
      const portal = portals.get(host);
      requireThat(portal?.state().twoFactorOn, `nothing was enrolled on ${host}`);
      return portal;
    },
    closePortals: () => Promise.all([...portals.values()].map(({ clinic }) => clinic.close())),

    async copy(portal: Portal): Promise<void> {
      await portal.toFront();
      await lanyard.suspend();
      const popup = await lanyard.popup();
      await popup.click('Copy');
      await popup.see('Copied.');
      await requireCurrent(portal, await lanyard.clipboard());
      await lanyard.closePopup();
    },

    /** No hand on Lanyard. Where the step's code was used already, the next one is waited for. */
    async fillsItself(portal: Portal): Promise<void> {
      await logInAgain(portal);
      await portal.awaitCode(33_000);
      await lanyard.suspend();
      await portal.verify();
    },

    async fillsOnlyWhenAsked(portal: Portal): Promise<void> {
      await portal.untilFreshCode();
      await logInAgain(portal);
      await portal.requireEmptyBox();
      const popup = await lanyard.popup();
      await popup.click('Fill');
      await popup.see(`Filled on ${portal.host}`);
      await portal.awaitCode();
      await lanyard.popupCloses();
      await portal.verify();
    },

    async fillsAfterUnlock(portal: Portal): Promise<void> {
      await portal.untilFreshCode();
      const open = await lanyard.popup();
      await open.click('Lock');
      await open.see('Lanyard is locked');
      await lanyard.closePopup();
      await logInAgain(portal);
      await portal.requireEmptyBox();
      await lanyard.suspend();
      const popup = await lanyard.popup();
      await popup.fill('Password', VAULT_PASSWORD);
      await popup.press('Enter');
      await popup.waitFor(`document.querySelector('input[type=search]')`, 'Lanyard is open');
      await portal.awaitCode();
      await lanyard.closePopup();
      await portal.verify();
    },

    /** Granted as well, so that it is our own rule that holds and not the browser's. */
    async givesNothing(host: string, realHost: string): Promise<void> {
      const portal = await visit(host);
      await grantHosts(firefox, [`https://${host}/*`]);
      await lanyard.awaitScriptOn(host);
      await portal.logIn('/lookalike');
      await portal.requireEmptyBox();
      const popup = await lanyard.popup();
      await popup.see(realHost);
      const answer = await popup.evaluate(`(async () => {
        const [{ id: tabId }] = await browser.tabs.query({ active: true, currentWindow: true });
        const { value } = await browser.runtime.sendMessage({ name: 'vault/snapshot', input: { tabId } });
        const input = { tabId, accountId: value.accounts[0].id, again: true };
        const { failure } = await browser.runtime.sendMessage({ name: 'fill/active-tab', input });
        return failure?.code;
      })()`);
      requireThat(answer === 'not-bound', `asked to fill there, the answer is ${answer}`);
      requireThat(!/^Fill$/m.test(await popup.text()), 'the popup offers to fill there');
      await lanyard.closePopup();
      await portal.requireEmptyBox();
      requireThat(portal.clinic.loot.length === 0, `it could read ${JSON.stringify(portal.clinic.loot)}`);
      // The control: what stands in its box it does read.
      await portal.typeCode('246810');
      await portal.awaitLoot();
    },
  };
}
