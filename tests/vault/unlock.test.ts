import { expect, it } from 'vitest';
import { delayAfter } from '../../utils/vault/unlock';

it('waits longer after every wrong password from the third on, up to a minute', () => {
  const delays = Array.from({ length: 12 }, (_, failures) => delayAfter(failures));
  expect(delays).toEqual([0, 0, 0, 1, 2, 5, 10, 30, 60, 60, 60, 60]);
});
