import { describe, expect, it } from 'vitest';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';
import {
  countRecoveryCodes,
  keepRecoveryCodes,
  MOST_RECOVERY_CODES,
  markRecoveryCode,
  nextRecoveryCode,
  uniteRecoveryCodes,
} from '../../utils/vault/recovery-codes';

const NOW = 5_000;
const codesIn = (text: string) => readRecoveryCodes(text, NOW).map(({ code }) => code);
const usedIn = (text: string) =>
  readRecoveryCodes(text, NOW).flatMap(({ code, usedAt }) => (usedAt === NOW ? [code] : []));

const FIVE_FIVE = ['k7mpq-2xwva', 'nhtrb-9cdef', 'wwkpa-zzrth'];
const DIGITS = ['48213975', '09162847', '77310264'];
const FOUR_FOUR = ['4821 3975', '0916 2847', '7731 0264'];
const UUIDS = [
  '3f2a9c1e-77b0-4d1c-9e55-0a6b1c2d3e4f',
  'a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d',
  '11111111-2222-4333-8444-555555555555',
];

describe('codes are read out of what a person has', () => {
  for (const [what, text, codes] of [
    ['five and five', FIVE_FIVE.join('\n'), FIVE_FIVE],
    ['eight figures', DIGITS.join('\n'), DIGITS],
    ['four and four', FOUR_FOUR.join('\n'), FOUR_FOUR],
    ['four and four, dashed', '4821-3975\r\n0916-2847', ['4821-3975', '0916-2847']],
    ['UUIDs', UUIDS.join('\n'), UUIDS],
    ['one alone', 'a1b2c3d4e5f6', ['a1b2c3d4e5f6']],
    ['four groups of four', 'ABCD-EFGH-2345-6789', ['ABCD-EFGH-2345-6789']],
    [
      'letters alone, several alike',
      'kfqzvmwtpa\nxnvbqlrtye\nplmoknijbu',
      ['kfqzvmwtpa', 'xnvbqlrtye', 'plmoknijbu'],
    ],
    ['numbered', FIVE_FIVE.map((code, i) => `${i + 1}. ${code}`).join('\n'), FIVE_FIVE],
    ['numbered in brackets', DIGITS.map((code, i) => `(${i + 1}) ${code}`).join('\n'), DIGITS],
    ['named and numbered', DIGITS.map((code, i) => `Code ${i + 1}: ${code}`).join('\n'), DIGITS],
    ['bullets', FOUR_FOUR.map((code) => `  • ${code}`).join('\n'), FOUR_FOUR],
    ['dashes before', FIVE_FIVE.map((code) => `- ${code}`).join('\n'), FIVE_FIVE],
    ['boxes to tick', FIVE_FIVE.map((code) => `☐ ${code}`).join('\n'), FIVE_FIVE],
    ['columns', `${FOUR_FOUR[0]}    ${FOUR_FOUR[1]}\n${FOUR_FOUR[2]}`, FOUR_FOUR],
    ['numbered columns', `1. ${FOUR_FOUR[0]}\t2. ${FOUR_FOUR[1]}\t3. ${FOUR_FOUR[2]}`, FOUR_FOUR],
    ['one line, commas', FIVE_FIVE.join(', '), FIVE_FIVE],
    ['one line, blanks', FIVE_FIVE.join(' '), FIVE_FIVE],
    [
      'the same one twice',
      `${FIVE_FIVE[0]}\n${FIVE_FIVE[0]!.toUpperCase().replace('-', ' - ').replaceAll(' ', '')}`,
      [FIVE_FIVE[0]],
    ],
    [
      'a whole page',
      `Your backup codes\nKeep these codes safe. Each can be used once.\nPractice\tHarbour Physio\nCreated 2026-11-21 10:12\n\n${FIVE_FIVE.join('\n')}\n\nDownload\nPrint\nQuestions? 0491 570 156 or help@portal.example`,
      FIVE_FIVE,
    ],
    [
      'a page whose number looks like a code',
      `Practice 2026\n${FIVE_FIVE.join('\n')}\nInvoice\n10023456`,
      FIVE_FIVE,
    ],
  ] as const)
    it(what, () => expect(codesIn(text)).toEqual(codes));

  for (const [what, text] of [
    ['nothing', ''],
    ['prose', 'Two-factor authentication is on. Real-time back-up of your codes, used once each.'],
    ['a telephone number', '0491 570 156'],
    ['a date', '2026-11-22'],
    ['words of buttons', 'Download\nContinue'],
    ['an address', 'https://portal.example/account/two-factor'],
    ['markup', '<script>alert(1)</script>'],
  ] as const)
    it(`none in ${what}`, () => expect(codesIn(text)).toEqual([]));

  it('used ones are known by their marks', () => {
    const [a, b, c] = FIVE_FIVE;
    for (const mark of [
      `${a} (used)`,
      `${a} - used on 3 May 2026`,
      `[x] ${a}`,
      `✓ ${a}`,
      `~~${a}~~`,
      `2. ${a}: already used`,
      `used: ${a}`,
    ]) {
      const text = `${mark}\n${b}\n${c} (not used)`;
      expect([mark, codesIn(text), usedIn(text)]).toEqual([mark, FIVE_FIVE, [a]]);
    }
    // The control: without a mark none is.
    expect(usedIn(`[ ] ${a}\n${b} unused\n${c}`)).toEqual([]);
  });

  it('a text without end is no list without end', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => String(10_000_000 + i)).join('\n');
    expect(codesIn(many)).toHaveLength(MOST_RECOVERY_CODES);
    const began = performance.now();
    expect(codesIn('used '.repeat(100_000))).toEqual([]);
    expect(codesIn(`${'-'.repeat(100_000)}x`)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a kept list', () => {
  const list = [
    { code: 'aaaa-1111', usedAt: 7 },
    { code: 'bbbb-2222', usedAt: null },
    { code: 'cccc-3333', usedAt: null },
  ];

  it('is counted, and given in order', () => {
    expect(countRecoveryCodes(list)).toEqual({ left: 2, all: 3 });
    expect(nextRecoveryCode(list)?.code).toBe('bbbb-2222');
    const spent = markRecoveryCode(list, 'bbbb-2222', 9);
    expect(nextRecoveryCode(spent)?.code).toBe('cccc-3333');
    expect(nextRecoveryCode(markRecoveryCode(spent, 'bbbb-2222', null))?.code).toBe('bbbb-2222');
  });

  it('read again, it gains what is new and revives nothing; made anew, the old ones end', () => {
    const found = [
      { code: 'AAAA-1111', usedAt: null },
      { code: 'eeee-5555', usedAt: null },
    ];
    const more = keepRecoveryCodes(list, found, false, 9);
    expect(more.map(({ code, usedAt }) => `${code} ${usedAt}`)).toEqual([
      'AAAA-1111 7',
      'eeee-5555 null',
      'bbbb-2222 null',
      'cccc-3333 null',
    ]);
    const anew = keepRecoveryCodes(list, found, true, 9);
    expect(anew.map(({ code, usedAt }) => `${code} ${usedAt}`)).toEqual([
      'AAAA-1111 null',
      'eeee-5555 null',
      'bbbb-2222 9',
      'cccc-3333 9',
    ]);
  });

  it('two lists are one: nothing is lost, and what one has used is used', () => {
    const other = [
      { code: 'AAAA1111', usedAt: null },
      { code: 'bbbb-2222', usedAt: 12 },
      { code: 'dddd-4444', usedAt: null },
    ];
    const united = [
      { code: 'aaaa-1111', usedAt: 7 },
      { code: 'bbbb-2222', usedAt: 12 },
      { code: 'cccc-3333', usedAt: null },
      { code: 'dddd-4444', usedAt: null },
    ];
    expect(uniteRecoveryCodes(list, other)).toEqual(united);
    expect(uniteRecoveryCodes(united, other)).toEqual(united);
    expect(uniteRecoveryCodes(list, [])).toEqual(list);
    expect(uniteRecoveryCodes([{ code: 'a', usedAt: 9 }], [{ code: 'a', usedAt: 4 }])).toEqual([
      { code: 'a', usedAt: 4 },
    ]);
  });
});
