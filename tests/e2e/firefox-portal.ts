import type { Firefox } from '../../scripts/lib/firefox.mjs';
import { startClinic } from '../clinic/clinic.ts';
import { stepAt } from '../clinic/totp.ts';
import { eventually, requireThat, sleep } from './firefox-checks.ts';

export type Portal = Awaited<ReturnType<typeof openPortal>>;

const USER = { email: 'sam@harbourphysio.example', password: 'calm-harbour-tide' };
const BOX = '#verification-code';
/** ms in which a code that was to come would have come. */
const LONG_ENOUGH = 1500;

/** A demo clinic of its own under this host, in a tab of its own, as a person at the keyboard uses it. */
export async function openPortal(firefox: Firefox, host: string) {
  const clinic = await startClinic({ hosts: [host], users: [USER], demo: true });
  const { origin } = clinic;
  const tab = await firefox.openTab();

  /** The address it ends at may be another one than was asked for. */
  async function open(path: string, endsAt = path): Promise<void> {
    await firefox.send('browsingContext.navigate', { context: tab, url: origin + path, wait: 'none' });
    await arrive(endsAt);
  }
  const arrive = (path: string) =>
    firefox.waitFor(
      tab,
      `location.href === ${JSON.stringify(origin + path)} && document.readyState === 'complete'`,
      `${origin}${path} is open`,
    );
  const text = (selector: string): Promise<string> =>
    firefox.evalIn(tab, `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
  const box = (): Promise<string> => firefox.evalIn(tab, `document.querySelector('${BOX}')?.value ?? ''`);

  return {
    host,
    origin,
    clinic,
    tab,
    open,
    box,
    text,
    state: () => clinic.user(USER.email),
    toFront: () => firefox.activate(tab),

    awaitLoot: () => eventually(() => clinic.loot.length > 0, 'the thief reads what stands in its box'),
    typeCode: (digits: string) => firefox.click(tab, BOX).then(() => firefox.type(tab, digits)),
    keyUri: () =>
      `otpauth://totp/Larkmoor:${USER.email}?secret=${clinic.user(USER.email).secret}&issuer=Larkmoor`,

    /** The set-up page, with the key it shows as text. */
    async openSetUp(): Promise<string> {
      await open('/demo', '/account/two-factor/set-up');
      return text('#manual-key');
    },

    /** The button at the bottom of the set-up page, with the code that stands in the box. */
    async switchOn(): Promise<void> {
      await firefox.click(tab, 'p.last button');
      await eventually(() => clinic.user(USER.email).twoFactorOn, 'the portal has switched it on');
    },

    async logOut(): Promise<void> {
      await open('/dashboard');
      await firefox.click(tab, 'header.top button');
      await arrive('/login');
    },

    /** E-mail, password, Enter; the portal then asks for the code. */
    async logIn(at = '/login'): Promise<void> {
      await open(at);
      await firefox.click(tab, '#email');
      await firefox.type(tab, USER.email);
      await firefox.click(tab, '#password');
      await firefox.type(tab, `${USER.password}\uE007`);
      await eventually(
        () =>
          firefox.evalIn(tab, `!document.querySelector('#password') && !!document.querySelector('${BOX}')`),
        `${host} asks for a code`,
      );
    },

    /** The code in the box. The portal takes each once, so it may be that the next one is waited for. */
    awaitCode: (milliseconds = 8000) =>
      eventually(
        async () => /^\d{6}$/.exec(await box())?.[0],
        `a code is in the box of ${host}`,
        milliseconds,
      ),

    /** Until a code is due that the portal has not taken yet. */
    untilFreshCode: () =>
      eventually(
        () => !clinic.user(USER.email).acceptedSteps.includes(stepAt(Date.now())),
        'a fresh code',
        31_000,
      ),

    async requireEmptyBox(): Promise<void> {
      await sleep(LONG_ENOUGH);
      const found = await box();
      requireThat(found === '', `the box of ${host} was filled by itself: ${found}`);
    },

    /** Sends what stands in the box; the portal has checked it and lets the person in. */
    async verify(): Promise<void> {
      const before = clinic.user(USER.email).logins.length;
      await firefox.click(tab, 'main form[action$="/login/code"] button.primary');
      await arrive('/dashboard');
      const { logins, failures } = clinic.user(USER.email);
      requireThat(logins.length === before + 1 && logins.at(-1) === 'code', `logins: ${logins}`);
      requireThat(failures === 0, `${failures} wrong codes`);
    },
  };
}
