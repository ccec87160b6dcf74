import { describe, expect, it } from 'vitest';
import { candidatesFor, isBindable } from '../../utils/autofill/candidates';
import { hostOf, parseOrigin } from '../../utils/portals/origin';
import { hostileAddresses, otherSpellings } from './hostile-addresses';

const HOME = 'https://clinic.example';
const accounts = [
  { id: 'mine', origins: [HOME] },
  { id: 'two hosts', origins: ['https://other.example', HOME] },
  { id: 'elsewhere', origins: ['https://other.example'] },
  { id: 'nowhere', origins: [] },
];

/** Hosts a portal can have: a domain, a shard of one, a port, and what stands in the practice's own house. */
const BOUND = [
  HOME,
  'https://harbour.au1.clinic.example',
  'https://pms.clinic.example:8443',
  'https://10.0.0.5',
  'https://pms',
];
const HOSTILE = BOUND.flatMap((origin) =>
  hostileAddresses(origin).map((address) => ({ ...address, origin })),
);
const RULES = [...new Set(HOSTILE.map(({ rule }) => rule))];

/** How others decide it. Each is given what ours is given. */
const WEAKER: Record<string, (url: URL, bound: URL) => boolean> = {
  'the end of the host': (url, bound) => url.hostname.endsWith(bound.hostname),
  'a part of the host': (url, bound) => url.host.includes(bound.hostname),
  'a part of the address': (url, bound) => url.href.includes(bound.hostname),
  'the registrable domain': (url, bound) => domainOf(url) === domainOf(bound),
  'the host, and any scheme and port': (url, bound) => url.hostname === bound.hostname,
};
const domainOf = ({ hostname }: URL) => hostname.split('.').slice(-2).join('.');

describe('1. the account is bound to the origin', () => {
  it('knows the accounts of an origin, in their order', () => {
    expect(candidatesFor(accounts, HOME)).toEqual(['mine', 'two hosts']);
    expect(candidatesFor(accounts, 'https://other.example')).toEqual(['two hosts', 'elsewhere']);
  });

  it('is tried with enough hostile addresses', () =>
    expect(new Set(HOSTILE.map(({ url }) => url)).size).toBeGreaterThanOrEqual(500));

  it.each(RULES)('gives nothing to an address made by the rule "%s"', (rule) => {
    const given = HOSTILE.filter((address) => address.rule === rule).filter(({ url, origin }) => {
      const bound = [{ id: 'bound', origins: [origin] }];
      return [url, parseOrigin(url)].some((told) => told !== null && candidatesFor(bound, told).length > 0);
    });
    expect(given).toEqual([]);
  });

  it.each(BOUND)('gives nothing to an address that wants to be %s, whatever else is bound', (origin) => {
    const bound = [{ id: 'bound', origins: [origin] }];
    const told = HOSTILE.flatMap(({ url }) => parseOrigin(url) ?? []).filter((other) => other !== origin);
    expect(told.length).toBeGreaterThan(300);
    expect(told.filter((other) => candidatesFor(bound, other).length > 0)).toEqual([]);
  });

  it.each(BOUND)('the control: every spelling that the browser takes for %s is it', (origin) => {
    for (const url of otherSpellings(origin))
      expect([url, candidatesFor([{ id: 'bound', origins: [origin] }], parseOrigin(url) ?? '')]).toEqual([
        url,
        ['bound'],
      ]);
  });

  it.each(Object.keys(WEAKER))('the control: would give codes away if it compared %s', (rule) => {
    const given = HOSTILE.filter(
      ({ url, origin }) => URL.canParse(url) && WEAKER[rule]!(new URL(url), new URL(origin)),
    );
    expect(given.length).toBeGreaterThan(25);
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
    // Once hot, Node 22's URL.canParse misreads a text that is all Latin-1; no browser does. The dot keeps it from that.
    ['https://clínic。example/', 'https://xn--clnic-0sa.example'],
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
