import { describe, expect, it } from 'vitest';
import { findRecoveryCodes, listRecoveryCodes } from '../../utils/vault/find-recovery-codes';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';

const found = (title: string, ...blocks: [text: string, near?: string][]) =>
  findRecoveryCodes(
    blocks.map(([text, near = '']) => ({ text, near })),
    title,
    7,
  ).map(({ code }) => code);

const EIGHT = ['48213975', '77132096', '51508842', '90317746'];
const FIVES = ['k7mpq-2xwva', 'nhtrb-9cdef', 'wwkpa-zzrth'];
const UUIDS = ['1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b', '6ba7b810-9dad-41d1-80b4-00c04fd430c8'];
const SAID = 'Your backup codes';

describe('recovery codes on a page', () => {
  it.each([
    ['a list', FIVES.join('\n'), FIVES],
    ['a numbered list', FIVES.map((code, n) => `${n + 1}. ${code}`).join('\n'), FIVES],
    ['a table', '48213975\t77132096\n51508842\t90317746', EIGHT],
    ['a table with numbers and states', '1\t48213975\n2\t77132096\n3\t51508842\n4\t90317746', EIGHT],
    ['four and four', '4821 3975\n7713 2096\n5150 8842', ['4821 3975', '7713 2096', '5150 8842']],
    ['UUIDs', UUIDS.join('\n'), UUIDS],
    ['one line with commas', EIGHT.join(', '), EIGHT],
    ['one line with blanks', EIGHT.join('  '), EIGHT],
    ['words round them', `Keep these safe.\n${FIVES.join('\n')}\nPrint\nDownload`, FIVES],
  ])('are read from %s', (_, text, codes) => {
    expect(found('', [text, SAID])).toEqual(codes);
  });

  it('in another language', () => {
    for (const near of ['Ihre Wiederherstellungscodes', 'Codes de secours', 'Códigos de respaldo'])
      expect(found('', [FIVES.join('\n'), near])).toEqual(FIVES);
  });

  it('are the largest list of those that say so, not the largest list', () => {
    const patients = Array.from({ length: 40 }, (_, n) => `${10_203_040 + n}`).join('\n');
    expect(found(SAID, [patients, 'Patients'], [FIVES.join('\n'), SAID])).toEqual(FIVES);
    expect(found('', [FIVES.slice(0, 2).join('\n'), SAID], [FIVES.join('\n'), SAID])).toEqual(FIVES);
  });

  it('are the list itself, where a longer one of something else stands in the same part of the page', () => {
    const patients = Array.from({ length: 40 }, (_, n) => `${10_203_040 + n}`).join('\n');
    const list = FIVES.join('\n');
    expect(found('', [list, SAID], [`${SAID}\n${list}\n${patients}`, SAID])).toEqual(FIVES);
    const round = `Patients\n${patients}\n${SAID}\n${EIGHT.join('\n')}`;
    expect(found('', [patients, 'Patients'], [EIGHT.join('\n'), SAID], [round, SAID])).toEqual(EIGHT);
  });

  it('are all of a list in two columns', () => {
    const [left, right] = [EIGHT.slice(0, 2).join('\n'), EIGHT.slice(2).join('\n')];
    expect(found('', [left, SAID], [right, `${SAID} ${left}`], [`${left}\n${right}`, SAID])).toEqual(EIGHT);
  });

  it('are believed where only the page as a whole says so', () => {
    expect(found('Backup codes · Larkmoor', [FIVES.join('\n')])).toEqual(FIVES);
  });

  it('may be one, where it is called so', () => {
    expect(found('', ['QK7M-2XWV-9CDE', 'Your recovery code'])).toEqual(['QK7M-2XWV-9CDE']);
  });

  it('keep what the page says of used ones', () => {
    const text = '48213975 (used)\n77132096\n51508842';
    const codes = findRecoveryCodes([{ text, near: SAID }], '', 7);
    expect(codes.map(({ usedAt }) => usedAt)).toEqual([7, null, null]);
    expect(readRecoveryCodes(listRecoveryCodes(codes), 7)).toEqual(codes);
  });

  it.each([
    ['a list of patients', 'Patients', '10203040\n10203041\n10203042', ''],
    ['the set-up key', SAID, 'GEZDGNBVGY3TQOJQ', 'Secret key, keep it as a backup'],
    ['a single number', SAID, '048213', 'Backup codes left'],
    ['prose', SAID, 'Print these codes\nand keep them\nwith your keys', SAID],
    ['dates and prices', SAID, '21/11/2026\n$48.20\n09:30', SAID],
    ['nothing', SAID, '', SAID],
  ])('are not %s', (_, title, text, near) => {
    expect(found(title, [text, near])).toEqual([]);
  });
});
