import { expect, it } from 'vitest';
import { backupDue } from '../../utils/transfer/backup-due';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

it.each<[string, number | null, number[], boolean]>([
  ['no account', null, [], false],
  ['no account, an old backup', 1, [], false],
  ['the first account', null, [NOW], true],
  ['just made', NOW, [NOW - DAY, NOW - 2 * DAY, NOW - 3 * DAY], false],
  ['two new accounts', NOW - 2 * DAY, [1, NOW - DAY, NOW - DAY], false],
  ['three new accounts', NOW - 2 * DAY, [1, NOW - DAY, NOW - DAY, NOW], true],
  ['29 days', NOW - 29 * DAY, [1], false],
  ['30 days', NOW - 30 * DAY, [1], true],
  ['a last one from a clock that ran ahead', NOW + 400 * DAY, [1], true],
])('%s: %s', (_, lastAt, createdAts, due) => {
  expect(backupDue(lastAt, createdAts, NOW)).toBe(due);
});
