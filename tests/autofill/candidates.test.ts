import { describe, expect, it } from 'vitest';
import { candidatesFor, isBindable } from '../../utils/autofill/candidates';
import { hostOf, parseOrigin } from '../../utils/portals/origin';

const HOME = 'https://clinic.example';
const accounts = [
  { id: 'mine', origins: [HOME] },
  { id: 'two hosts', origins: ['https://other.example', HOME] },
  { id: 'elsewhere', origins: ['https://other.example'] },
  { id: 'nowhere', origins: [] },
];

/** Addresses that want to be taken for the clinic and are not it. */
const HOSTILE = [
  // suffix and prefix
  'https://clinic.example.evil.test/',
  'https://evilclinic.example/',
  'https://clinic.example-login.test/',
  'https://clinic-example.test/',
  'https://clinic.evil.example/',
  'https://evil.test/clinic.example',
  'https://evil.test/?https://clinic.example',
  'https://evil.test/#https://clinic.example',
  'https://evil.test\\clinic.example',
  'https://sub.clinic.example/',
  'https://www.clinic.example/',
  'https://example/',
  'https://clinic.exampl/',
  'https://clinic.examplee/',
  'https://clinicexample/',
  // userinfo
  'https://clinic.example@evil.test/',
  'https://clinic.example:443@evil.test/',
  'https://clinic.example%40evil.test/',
  'https://clinic.example%2f@evil.test/',
  'https://evil.test#@clinic.example/../..',
  'https://user:clinic.example@evil.test',
  // dots and ports
  'https://clinic.example./',
  'https://clinic.example..',
  'https://.clinic.example/',
  'https://clinic..example/',
  'https://clinic.example:8443/',
  'https://clinic.example:80/',
  'https://clinic.example:99999/',
  'https://clinic.example:443.evil.test/',
  // homographs and look-alikes
  'https://clínic.example/',
  'https://clіnic.example/',
  'https://сlinic.example/',
  'https://clinic.еxample/',
  'https://xn--clnic-qya.example/',
  'https://c1inic.example/',
  'https://cIinic.example.test/',
  'https://clinic.example\u0440/',
  'https://cl\u0131nic.example/',
  'https://clinic\u2024evil.example/',
  'https://clinic\u2215example.test/',
  'https://clinic.example\u2044evil.test/',
  'https://clinic.exampl\u0435/',
  'https://cliniс.example/',
  // other schemes
  'http://clinic.example/',
  'ws://clinic.example/',
  'wss://clinic.example/',
  'ftp://clinic.example/',
  'file:///clinic.example/index.html',
  'file://clinic.example/',
  'blob:https://clinic.example/6f1c',
  'blob:null/6f1c',
  'filesystem:https://clinic.example/temporary/x',
  'view-source:https://clinic.example/',
  'data:text/html,https://clinic.example',
  'javascript:location="https://clinic.example"',
  'about:blank',
  'about:srcdoc',
  'about:blank#https://clinic.example',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html',
  'moz-extension://00000000-0000-0000-0000-000000000000/popup.html',
  'chrome://settings/',
  'chrome-error://chromewebdata/',
  'devtools://devtools/bundled/',
  'feed:https://clinic.example/',
  'jar:https://clinic.example!/x',
  'intent://clinic.example/#Intent;scheme=https;end',
  'httpss://clinic.example/',
  'https-://clinic.example/',
  'android-app://clinic.example/',
  'urn:https://clinic.example',
  'mailto:https://clinic.example',
  // nothing at all
  'null',
  '',
  ' ',
  'clinic.example',
  '//clinic.example/',
  'https://',
  'https:///',
  'https://[clinic.example]/',
  'https://clinic example/',
  'https://clinic%00.example/',
  'https://clinic.example%2eevil.test/',
  'https://0x7f.1/',
  'https://127.1/',
  'https://[::1]/',
];

describe('1. the account is bound to the origin', () => {
  it('knows the accounts of an origin, in their order', () => {
    expect(candidatesFor(accounts, HOME)).toEqual(['mine', 'two hosts']);
    expect(candidatesFor(accounts, 'https://other.example')).toEqual(['two hosts', 'elsewhere']);
  });

  it('is tried with enough hostile addresses', () =>
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(60));

  it.each(HOSTILE)('gives nothing to %s', (url) => {
    expect(candidatesFor(accounts, url)).toEqual([]);
    const origin = parseOrigin(url);
    if (origin !== null) expect(candidatesFor(accounts, origin)).toEqual([]);
  });

  it('would give a code away if it compared ends instead', () => {
    const byEnd = HOSTILE.filter((url) => parseOrigin(url)?.endsWith('clinic.example'));
    expect(byEnd.length).toBeGreaterThan(0);
  });

  it('gives nothing to an origin written another way, even where an account holds it', () => {
    const odd = [
      'https://CLINIC.example',
      'https://clinic.example/',
      'https://clinic.example:443',
      'http://clinic.example',
    ];
    for (const origin of odd) expect(candidatesFor([{ id: 'odd', origins: [origin] }], origin)).toEqual([]);
  });
});

describe('the origin of an address', () => {
  it.each([
    ['https://clinic.example/login?a#b', HOME],
    ['HTTPS://Clinic.EXAMPLE:443/', HOME],
    ['https://me:secret@clinic.example/', HOME],
    ['https://clinic.example:8443/x', 'https://clinic.example:8443'],
    ['https://clinic.example./', 'https://clinic.example.'],
    ['https://clínic.example/', 'https://xn--clnic-0sa.example'],
    ['https://clinic。example/', HOME],
    ['https://ｃlinic.example/', HOME],
    ['https://0x7f.1/', 'https://127.0.0.1'],
    ['https://[0:0::1]/', 'https://[::1]'],
  ])('%s', (url, origin) => expect(parseOrigin(url)).toBe(origin));

  it('has a host, with a port that is not the usual one', () => {
    expect(hostOf(HOME)).toBe('clinic.example');
    expect(hostOf('https://clinic.example:8443')).toBe('clinic.example:8443');
  });
});

describe('binding', () => {
  it.each([
    HOME,
    'https://clinic.example:8443',
    'https://xn--clnic-3sa.example',
    'https://pms',
    'https://10.0.0.5',
    'https://[::1]:8443',
  ])('is possible to %s', (origin) => expect(isBindable(origin)).toBe(true));
  it.each([
    'https://clinic.example.',
    'https://clinic..example',
    'https://clinic.example/',
    'https://Clinic.example',
    'http://clinic.example',
    'null',
    '',
  ])('is not possible to %s', (origin) => expect(isBindable(origin)).toBe(false));
});
