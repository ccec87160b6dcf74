/** Addresses that want to be taken for a portal, made by rule from its origin; and its own, in other spellings. */

export interface HostileAddress {
  readonly rule: string;
  readonly url: string;
}

const EVIL = 'evil.test';
const ENDINGS = ['test', 'example.net', 'co', 'app', 'dev', 'com', 'com.au', 'github.io'];
const WORDS = ['login', 'secure', 'my', 'portal', 'auth', '2fa'];
/** Ways to write a dot. Behind a name it makes another host; behind an address it is nothing. */
const DOTS = ['.', '。', '．', '%2e'];
const NUMERIC = /^[\d.]+$/;

/** Letters that look like others; what the address parser folds into the letter itself is no disguise. */
const TWINS: readonly (readonly [string, string])[] = [
  ['a', 'а'],
  ['c', 'с'],
  ['e', 'е'],
  ['i', 'і'],
  ['i', 'ı'],
  ['i', 'ĭ'],
  ['i', '1'],
  ['l', '1'],
  ['l', 'ӏ'],
  ['l', 'i'],
  ['m', 'rn'],
  ['n', 'ո'],
  ['o', 'о'],
  ['o', '0'],
  ['p', 'р'],
  ['r', 'г'],
  ['s', 'ѕ'],
  ['u', 'υ'],
  ['x', 'х'],
  ['y', 'у'],
];

const SCHEMES = 'http ws wss ftp httpss https- feed urn mailto android-app javascript gopher about'.split(
  ' ',
);
const WRAPPERS = [
  'blob:',
  'filesystem:',
  'view-source:',
  'jar:',
  'data:text/html,',
  'about:blank#',
  'blob:null/',
];

/** @param origin canonical, https */
export function hostileAddresses(origin: string): HostileAddress[] {
  const { hostname, port } = new URL(origin);
  const after = port ? `:${port}` : '';
  const [first = '', ...rest] = hostname.split('.');
  const parent = rest.join('.');
  const https = (hosts: readonly string[]) => hosts.map((host) => `https://${host}${after}/login`);

  const made: Record<string, readonly string[]> = {
    suffix: https([
      ...ENDINGS.map((ending) => `${hostname}.${ending}`),
      ...WORDS.map((word) => `${hostname}-${word}.test`),
      `${hostname}${hostname}`,
      `${hostname}x`,
      `${hostname}0`,
      `${hostname}.${hostname}`,
    ]),
    prefix: https([
      ...WORDS.map((word) => `${word}${hostname}`),
      ...WORDS.map((word) => `${word}-${hostname}`),
      `evil.test-${hostname}`,
      `0${hostname}0`,
    ]),
    neighbour: https([
      ...['www', 'pages', 'user', 'm', 'a.b.c', '*', '_dmarc'].map((label) => `${label}.${hostname}`),
      ...(parent && !NUMERIC.test(hostname)
        ? [parent, `other.${parent}`, `${first}x.${parent}`, `${first}.x.${parent}`]
        : []),
    ]),
    label: https([
      `${first}.${EVIL}`,
      `${first}-${parent.replaceAll('.', '-')}.test`,
      `${hostname.replaceAll('.', '-')}.test`,
      `${hostname.replaceAll('.', '')}.test`,
      hostname.slice(0, -1) || 'x',
      hostname.slice(1) || 'y',
      [...hostname].reverse().join(''),
    ]),
    elsewhere: [
      ...[
        '/',
        '/?u=',
        '/?u=https://',
        '/#',
        '/#https://',
        '/%2f',
        '/.',
        '//',
        '/..;/',
        '\\',
        '/@',
        '?',
        '#',
        '/https:/',
      ].map((joint) => `https://${EVIL}${joint}${hostname}`),
      `https://${EVIL}/login?title=${first}`,
    ],
    user: [
      `https://${hostname}@${EVIL}/`,
      `https://${hostname}:443@${EVIL}/`,
      `https://${hostname}%40${EVIL}/`,
      `https://${hostname}%2f@${EVIL}/`,
      `https://${hostname}%3a443@${EVIL}/`,
      `https://me:${hostname}@${EVIL}/`,
      `https://${EVIL}#@${hostname}/../..`,
      `https://${EVIL}?@${hostname}/`,
      `https://${EVIL}/@${hostname}`,
      `https://${EVIL}\\@${hostname}/`,
      `https://x@${EVIL}.${hostname}.test/`,
      `https://${hostname}:pw@${hostname}.${EVIL}/`,
    ],
    dots: https([
      `${hostname}..`,
      `.${hostname}`,
      ...(NUMERIC.test(hostname) ? [] : DOTS.map((dot) => `${hostname}${dot}`)),
      ...(hostname.includes('.') ? [hostname.replace('.', '..')] : []),
    ]),
    port: ['1', '80', '8080', '8444', '4430', '44', '65535', '65536', '99999', '-443', '443x', '0x1bb']
      .map((other) => `https://${hostname}:${other}/`)
      .concat(port ? [`https://${hostname}/`] : []),
    scheme: SCHEMES.map((scheme) => `${scheme}://${hostname}${after}/`),
    wrapper: [
      ...WRAPPERS.map((wrapper) => `${wrapper}${origin}/6f1c`),
      `file:///${hostname}/index.html`,
      `file://${hostname}/`,
      `intent://${hostname}/#Intent;scheme=https;end`,
      `chrome-extension://${'a'.repeat(32)}/${hostname}`,
      `moz-extension://00000000-0000-0000-0000-000000000000/?${origin}`,
      `javascript:location="${origin}"`,
      `devtools://devtools/?ws=${hostname}`,
    ],
    twin: TWINS.flatMap(([letter, twin]) =>
      hostname.includes(letter)
        ? https([hostname.replace(letter, twin), hostname.replaceAll(letter, twin)])
        : [],
    ),
    encoding: https([
      `${hostname}%00`,
      `${hostname}%00.${EVIL}`,
      `${hostname}%20`,
      `${hostname}%0a.test`,
      `${hostname}%2e${EVIL}`,
      `${hostname}%e3%80%82${EVIL}`,
      `${hostname}\u2024${EVIL}`,
      `${hostname}\u2215.${EVIL}`,
      `${hostname}\u2044${EVIL}`,
      `${hostname}\u3002${EVIL}`,
      `${hostname}\uff0e${EVIL}`,
      `${hostname}\uff61${EVIL}`,
      `${hostname}\u202e${EVIL}`,
      `xn--${hostname}`,
      `xn--${first}-.${parent || EVIL}`,
      `${first} .${parent || EVIL}`,
      `[${hostname}]`,
      `${hostname}]`,
      `${hostname}^`,
      `${hostname}|${EVIL}`,
    ]),
    nothing: [
      hostname,
      `//${hostname}/`,
      `https:`,
      `https://${after}`,
      `https:// ${hostname}/`,
      ` ${hostname}`,
      `null`,
      `about:srcdoc`,
      `about:blank`,
      ``,
    ],
    address: NUMERIC.test(hostname)
      ? https([
          `1${hostname}`,
          `${hostname}0`,
          `[::ffff:${hostname}]`,
          `${hostname}.nip.io`,
          `0x${hostname}`,
          '10.0.6',
          '0xa000006',
        ])
      : https([
          '127.0.0.1',
          '127.1',
          '0x7f.1',
          '2130706433',
          '017700000001',
          '[::1]',
          '[::ffff:127.0.0.1]',
          '0',
        ]),
  };
  return Object.entries(made).flatMap(([rule, urls]) => urls.map((url) => ({ rule, url })));
}

/** Other ways to write the very same origin: the browser makes one of them all. */
export function otherSpellings(origin: string): string[] {
  const { hostname, port } = new URL(origin);
  const after = port ? `:${port}` : ':443';
  const wide = [...hostname].map((sign) =>
    /[a-z0-9]/.test(sign) ? String.fromCodePoint(sign.codePointAt(0)! + 0xfee0) : sign,
  );
  return [
    `${origin}/login?a=b#c`,
    `HTTPS://${hostname.toUpperCase()}${after}/`,
    `https:${hostname}${after}/`,
    `https:/${hostname}${after}/`,
    `https:\\\\${hostname}${after}\\login`,
    `https:////${hostname}${after}/`,
    ` \t${origin}/ `,
    `ht\ntps://${hostname.slice(0, 2)}\t${hostname.slice(2)}${after}/`,
    `https://me:secret@${hostname}${after}/`,
    `https://${EVIL}@${hostname}${after}/`,
    `https://${wide.join('')}${after}/`,
    `https://${hostname.replaceAll('.', '。')}${after}/`,
    `https://${hostname.replaceAll('.', '．')}${after}/`,
    `https://${hostname.replaceAll('.', '%2E')}${after}/`,
    `https://${hostname.replace(/^./, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}${after}/`,
    `https://${hostname.slice(0, 1)}\u200b${hostname.slice(1)}${after}/`,
    ...(hostname === '10.0.0.5'
      ? ['0xa.0.0.5', '012.0.0.5', '10.0.5', '10.5', '167772165', '10.0.0.5.']
      : []
    ).map((host) => `https://${host}${after}/`),
  ];
}
