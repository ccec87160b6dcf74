import { randomInt } from 'node:crypto';
import { cleanName } from '../../utils/otp/label';
import type { Contents, Versioned } from '../../utils/transfer/contents';
import type { Account, Content } from '../../utils/vault/account';
import { pick, randomParameters } from '../otp/random';

const PIECES = [
  'a',
  'B',
  ' ',
  ':',
  '?',
  '&',
  '#',
  '%41',
  '+',
  '=',
  '\n',
  'é',
  '漢字',
  '😀',
  '\u202e',
  "'",
  '#lanyard',
];

export function sampleAccount(change: Partial<Account> = {}): Account {
  return {
    id: crypto.randomUUID(),
    issuer: 'Cliniko',
    account: 'sam@harbourphysio.example',
    parameters: {
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      secret: crypto.getRandomValues(new Uint8Array(20)),
    },
    origins: ['https://harbour.au1.cliniko.com'],
    createdAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_000,
    fillsItself: true,
    submits: false,
    verifiedAt: null,
    askAt: null,
    recoveryCodes: [],
    retired: null,
    ...change,
  };
}

/** Any parameters, any names that can get into a vault, any state. */
export function anyAccount(): Account {
  const name = () => cleanName(Array.from({ length: randomInt(9) }, () => pick(PIECES)).join(''));
  return sampleAccount({
    issuer: name(),
    account: name(),
    parameters: randomParameters(),
    origins: pick([[], ['https://a.example'], ['https://a.example', 'https://b.example:8443']]),
    createdAt: randomInt(2 ** 40),
    changedAt: randomInt(2 ** 40),
    fillsItself: pick([true, false]),
    submits: pick([true, false]),
    verifiedAt: pick([null, randomInt(2 ** 40)]),
    askAt: pick([null, randomInt(2 ** 40)]),
    ...pick([{}, { keyShownAt: randomInt(2 ** 40) }]),
    ...pick([{}, { pinned: true }]),
    recoveryCodes: pick([
      [],
      [],
      [
        { code: '4821 3975', usedAt: null },
        { code: 'k7mpq-2xwva', usedAt: 7 },
      ],
    ]),
    retired: pick([
      null,
      null,
      { at: randomInt(2 ** 40), why: pick(['replaced', 'removed', 'merged'] as const) },
      { at: randomInt(2 ** 40), why: 'replaced', by: crypto.randomUUID() },
    ]),
  });
}

export function contentsOf(...contents: readonly Content[]): Contents {
  return new Map(contents.map((content): [string, Versioned] => [content.id, { version: 1, content }]));
}
