import { type Account, type AccountState, createAccounts } from '../accounts.ts';
import { styleSheet } from '../asset.ts';
import { type Handler, type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { createSessions } from '../sessions.ts';
import { OWNER, SAM } from './people.ts';
import {
  codePage,
  confirmPage,
  homePage,
  passwordPage,
  phonePage,
  profilePage,
  resendPage,
  securityPage,
} from './quillstone-pages.ts';
import { createPhoneCodes, type Way } from './quillstone-phone.ts';

export interface Phone {
  readonly number: string;
  readonly by: Way;
}

export interface Quillstone {
  readonly host: string;
  readonly routes: Routes;
  readonly phone: Pick<ReturnType<typeof createPhoneCodes>, 'deliveries' | 'setDigits'>;
  user(email: string): AccountState;
}

const WRONG_CODE = 'That code is not right, or is no longer good. Check it, or ask for another.';

/**
 * List D of the seed facts: the second factor is a code of eight digits, texted or spoken, asked for in browsers that are not
 * known; a browser is known by its cookie for up to a year. There is no set-up code and no key anywhere.
 */
export function createQuillstone(host: string): Quillstone {
  const accounts = createAccounts();
  for (const person of [OWNER, SAM]) accounts.add(person);
  const sessions = createSessions('quillstone', 365);
  const codes = createPhoneCodes();
  const phones = new Map<string, Phone>();
  /** Set-up under way: the password was asked again, and the number may not be proved yet. */
  const wizards = new Map<string, Partial<Phone>>();
  let required = false;

  function send(visit: Visit, { email }: Account, { number, by }: Phone): void {
    codes.send(email, number, by, visit.now);
  }

  /** As the last code came, which may be another way than the usual one. */
  function reached({ email }: Account, phone: Phone): Phone {
    const last = codes.deliveries.filter((delivery) => delivery.email === email).at(-1);
    return { ...phone, by: last?.by ?? phone.by };
  }

  /** Before the dashboard: a code in a browser that is not known, the wizard where two-factor is required and missing. */
  function afterPassword(visit: Visit, account: Account): Reply {
    const phone = phones.get(account.email);
    if (phone && sessions.recognisesDevice(visit, account)) return enter(visit, account, 'device');
    if (!phone && !required) return enter(visit, account, 'password');
    if (phone) send(visit, account, phone);
    else wizards.set(account.email, {});
    const next = phone ? '/sign-in/code' : '/two-factor/phone';
    return sessions.start(visit, { awaitingCode: account }, redirect(next));
  }

  function enter(visit: Visit, account: Account, way: 'password' | 'device' | 'code'): Reply {
    account.logins.push(way);
    return sessions.start(visit, { account }, redirect('/dashboard'));
  }

  const forUser = (handler: (visit: Visit, account: Account) => Reply): Handler => {
    return (visit) => {
      const { account } = sessions.read(visit);
      return account ? handler(visit, account) : redirect('/login');
    };
  };
  /** With the password alone. */
  const forSigningIn = (handler: (visit: Visit, account: Account, phone: Phone) => Reply): Handler => {
    return (visit) => {
      const account = sessions.read(visit).awaitingCode;
      const phone = account && phones.get(account.email);
      return phone ? handler(visit, account, phone) : redirect('/login');
    };
  };
  /** Whoever is in the wizard, logged in or made to by the owner. */
  const forWizard = (handler: (visit: Visit, account: Account, chosen: Partial<Phone>) => Reply): Handler => {
    return (visit) => {
      const { account, awaitingCode } = sessions.read(visit);
      const person = account ?? awaitingCode;
      const chosen = person && wizards.get(person.email);
      return chosen ? handler(visit, person, chosen) : redirect('/two-factor');
    };
  };
  const asked = (problem?: string) => ({ digits: codes.digits(), problem });
  const wayOf = (visit: Visit): Way => (visit.form.get('by') === 'call' ? 'call' : 'text');

  const routes: Routes = {
    'GET /': () => redirect('/login'),
    'GET /assets/quillstone.css': styleSheet('quillstone.css'),
    'GET /login': () => passwordPage(),
    'POST /login': (visit) => {
      const account = accounts.check(visit.form.get('email') ?? '', visit.form.get('password') ?? '');
      return account ? afterPassword(visit, account) : passwordPage('That did not match. Try again.');
    },
    'GET /sign-in/code': forSigningIn((_, account, phone) =>
      codePage('sign-in', reached(account, phone), asked()),
    ),
    'POST /sign-in/code': forSigningIn((visit, account, phone) => {
      const right = codes.spend(account.email, visit.form.get('code') ?? '', visit.now);
      if (!right) return codePage('sign-in', reached(account, phone), asked(WRONG_CODE));
      const inside = enter(visit, account, 'code');
      const year = visit.form.get('authorize') === 'year';
      return year ? sessions.rememberDevice(visit, account, inside) : inside;
    }),
    'GET /sign-in/resend': forSigningIn((_, __, phone) => resendPage(phone)),
    'POST /sign-in/resend': forSigningIn((visit, account, phone) => {
      send(visit, account, { ...phone, by: wayOf(visit) });
      return redirect('/sign-in/code');
    }),
    'POST /logout': (visit) => sessions.end(visit, redirect('/login')),
    'GET /dashboard': forUser((_, account) => homePage(account)),
    'GET /profile': forUser((_, account) => profilePage(account, phones.get(account.email))),
    'POST /profile/two-factor/disable': forUser((_, account) => {
      phones.delete(account.email);
      return redirect('/profile');
    }),
    'GET /two-factor': forUser(() => confirmPage()),
    'POST /two-factor': forUser((visit, account) => {
      if (visit.form.get('password') !== account.password) return confirmPage('That is not your password.');
      wizards.set(account.email, {});
      return redirect('/two-factor/phone');
    }),
    'GET /two-factor/phone': forWizard((_, account) => phonePage(account.mobile)),
    'POST /two-factor/phone': forWizard((visit, account) => {
      const phone = { number: (visit.form.get('phone') ?? '').trim(), by: wayOf(visit) };
      if (phone.number.replace(/\D/g, '').length < 8)
        return phonePage(phone.number, 'We cannot call that number.');
      wizards.set(account.email, phone);
      send(visit, account, phone);
      return redirect('/two-factor/code');
    }),
    'GET /two-factor/code': forWizard((_, __, { number = '', by = 'text' }) =>
      codePage('set-up', { number, by }, asked()),
    ),
    'POST /two-factor/code': forWizard((visit, account, { number = '', by = 'text' }) => {
      if (!codes.spend(account.email, visit.form.get('code') ?? '', visit.now))
        return codePage('set-up', { number, by }, asked(WRONG_CODE));
      phones.set(account.email, { number, by });
      wizards.delete(account.email);
      return sessions.read(visit).account ? redirect('/profile') : enter(visit, account, 'code');
    }),
    'GET /settings/security': forUser(() => securityPage(required)),
    'POST /settings/security': forUser((visit, account) => {
      if (account.email === OWNER.email) required = visit.form.get('require') !== 'nobody';
      return redirect('/settings/security');
    }),
  };
  const user = (email: string) => ({ ...accounts.state(email), twoFactorOn: phones.has(email) });
  return { host, routes, phone: codes, user };
}
