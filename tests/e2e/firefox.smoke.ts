import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { answerQuestion, dismissQuestion } from '../../scripts/lib/firefox-front.mjs';
import { createChecks, requireThat } from './firefox-checks.ts';
import { clearsTheClipboard } from './firefox-clipboard.ts';
import { openFernlight } from './firefox-fernlight.ts';
import { createJourneys, type Source } from './firefox-journeys.ts';
import { driveLanyard } from './firefox-lanyard.ts';
import type { Portal } from './firefox-portal.ts';
import { FAKE_MEDIA, readsPicturesAndCamera } from './firefox-scan.ts';

/*
 * The shipped build in Firefox, where a program can give a person's answer to the question about a host. Each portal
 * is a clinic of its own, so that none waits for another's codes. Ends with `N passed, N failed`.
 */
const BUILT = path.resolve('.output/firefox-mv3');
const ALLOWED = 'harbour.au1.clinic.example';
const DENIED = 'wharf.au1.clinic.example';
const DISMISSED = 'jetty.uk1.clinic.example';
const POPUP_GONE = 'pier.us1.clinic.example';
const SENDS_ITSELF = 'fernlight.clinic.example';
const LOOK_ALIKE = 'harbour.au1.clinic.example.evil.example';

const { check, conclude } = createChecks();
const firefox = await launchFirefox({
  executable: process.env.FIREFOX_BIN ?? 'firefox-esr',
  prefs: {
    ...FAKE_MEDIA,
    'extensions.originControls.grantByDefault': false,
    'network.dns.localDomains': [ALLOWED, DENIED, DISMISSED, POPUP_GONE, SENDS_ITSELF, LOOK_ALIKE].join(),
  },
});
const lanyard = driveLanyard(firefox);
const journeys = createJourneys(firefox, lanyard);
const { at } = journeys;
const closing: (() => Promise<void>)[] = [];

/** Whatever the answer to the question: saved, the first code in the page, and the portal takes it. */
const enrols = async (host: string, from: Source, answer: (portal: Portal) => Promise<void>) => {
  const portal = await journeys.visit(host);
  await journeys.save(portal, from);
  await answer(portal);
  await journeys.requireFirstCode(portal);
  await portal.switchOn();
};

async function allow(portal: Portal): Promise<void> {
  await journeys.requireQuestion(portal);
  await journeys.requireFirstCode(portal);
  await journeys.requireGranted(portal, false);
  await answerQuestion(firefox, 'allow');
  await journeys.requireGranted(portal, true);
  await lanyard.awaitScriptOn(portal.host);
}

const refuse = (press: () => Promise<void>) => async (portal: Portal) => {
  await journeys.requireQuestion(portal);
  await press();
  await journeys.requireGranted(portal, false);
};

try {
  const installed = await check('installed as shipped, and no host is granted', async () => {
    const manifest = JSON.parse(readFileSync(path.join(BUILT, 'manifest.json'), 'utf8'));
    requireThat(!manifest.host_permissions && !manifest.content_scripts, 'the manifest asks for hosts');
    await firefox.install(BUILT);
    requireThat((await lanyard.granted()).length === 0, 'Firefox granted a host');
  });
  const created =
    installed &&
    (await check('set up: popup, password, recovery key, a group of it typed back', async () => {
      await (await lanyard.popup()).click('Set up Lanyard');
      await lanyard.createVault();
    }));
  if (created) {
    await check('the practice clinic: its code is read off our own page', async () => {
      const popup = await lanyard.popup();
      await popup.see('Found on this page');
      await popup.see('practice@clinic.example');
      await popup.click('Not now');
      await lanyard.closePopup();
    });
    const fernlight = await openFernlight(firefox, lanyard);
    closing.push(fernlight.close);
    await check('enrol by pasted key, Allow', () => enrols(ALLOWED, 'key', allow));
    await check('enrol by pasted link, Deny', () =>
      enrols(
        DENIED,
        'link',
        refuse(() => answerQuestion(firefox, 'deny')),
      ),
    );
    await check('enrol from the page, question dismissed', () =>
      enrols(
        DISMISSED,
        'page',
        refuse(() => dismissQuestion(firefox)),
      ),
    );
    await check('enrol by pasted key, popup gone at once, Allow all the same', () =>
      enrols(POPUP_GONE, 'key', async (portal) => {
        await lanyard.closePopup();
        await allow(portal);
      }),
    );
    await check('enrol in boxes that send themselves', () => fernlight.enrols());
    await check('a look-alike gets nothing', () => journeys.givesNothing(LOOK_ALIKE, ALLOWED));
    await check('copy in the popup', () => journeys.copy(at(ALLOWED)));
    await check('after Allow: filled by itself, logged in', () => journeys.fillsItself(at(ALLOWED)));
    await check('after Deny: filled only when asked, logged in', () =>
      journeys.fillsOnlyWhenAsked(at(DENIED)),
    );
    await check('after dismissing: filled only when asked, logged in', () =>
      journeys.fillsOnlyWhenAsked(at(DISMISSED)),
    );
    await check('boxes that send themselves: logged in, nothing pressed', () => fernlight.logsInAgain());
    await check('locked: filled after unlock, logged in', () => journeys.fillsAfterUnlock(at(POPUP_GONE)));
    await check('a picture is read and saved, the camera goes on and off, no screen is said', () =>
      readsPicturesAndCamera(firefox),
    );
    await check('a copied code is taken off the clipboard, what was copied since stays', () =>
      clearsTheClipboard(firefox),
    );
  }
} finally {
  await firefox.close();
  await journeys.closePortals();
  for (const close of closing) await close();
  conclude();
}
