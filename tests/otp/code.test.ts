import { randomInt } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../utils/bytes';
import { codeAtStep, hotpCode, stepEnd, totpCode, totpStep } from '../../utils/otp/code';
import { ALGORITHMS, type Algorithm, type TotpParameters } from '../../utils/otp/parameters';
import { leaveFigures } from '../figures';
import { nodeCode } from './node-code';
import { pick, randomParameters } from './random';
import { RFC_SECRET_LENGTH, RFC4226_CODES, RFC6238_CODES } from './rfc-vectors';

// Under Node the package would use node:crypto, against which it is compared here; this is what browsers get.
vi.mock('otpauth', () => import('otpauth/dist/otpauth.esm.js'));

function rfcParameters(algorithm: Algorithm, digits = 8): TotpParameters {
  const secret = utf8('1234567890'.repeat(7).slice(0, RFC_SECRET_LENGTH[algorithm]));
  return { kind: 'totp', secret, algorithm, digits, period: 30 };
}

describe('RFC 4226 appendix D', () => {
  it.each(RFC4226_CODES.map((code, counter) => ({ counter, code })))('counter $counter: $code', (row) => {
    const { secret, algorithm } = rfcParameters('SHA1');
    expect(hotpCode({ kind: 'hotp', secret, algorithm, digits: 6, counter: row.counter })).toBe(row.code);
  });
});

describe('RFC 6238 appendix B', () => {
  const rows = RFC6238_CODES.flatMap((row) => ALGORITHMS.map((algorithm) => ({ ...row, algorithm })));
  it.each(rows)('$algorithm at $time', (row) => {
    expect(totpCode(rfcParameters(row.algorithm), row.time * 1000)).toBe(row[row.algorithm]);
  });
});

describe('moving factor', () => {
  const parameters = rfcParameters('SHA1');

  it.each([2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 40 + 5, Number.MAX_SAFE_INTEGER])(
    'step %d is written in all its 64 bits',
    (step) => {
      expect(codeAtStep(parameters, step)).toBe(nodeCode(parameters, BigInt(step)));
    },
  );

  it('would be wrong in 32 bits, which the comparison sees', () => {
    const step = 2 ** 32 + 1;
    expect(codeAtStep(parameters, step)).not.toBe(nodeCode(parameters, BigInt(step % 2 ** 32)));
  });

  it('gives the code of a time whose step is beyond 32 bits', () => {
    const now = (2 ** 32 + 9) * 30_000 + 12_345;
    expect(totpStep(parameters, now)).toBe(2 ** 32 + 9);
    expect(totpCode(parameters, now)).toBe(nodeCode(parameters, 2n ** 32n + 9n));
  });

  it('changes exactly at the end of the step', () => {
    const now = 1_111_111_109_000;
    const end = stepEnd(parameters, now);
    expect(end).toBe(1_111_111_110_000);
    expect(totpCode(parameters, end - 1)).toBe('07081804');
    expect(totpCode(parameters, end)).toBe('14050471');
    expect(stepEnd(parameters, end)).toBe(end + 30_000);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is refused', (step) => {
    expect(() => codeAtStep(parameters, step)).toThrow(RangeError);
  });

  it('an empty secret, which the package would take, is refused', () => {
    expect(() => codeAtStep({ ...parameters, secret: new Uint8Array() }, 1)).toThrow(RangeError);
  });

  it('a secret that is a view into a larger buffer is only itself', () => {
    const secret = new Uint8Array([9, 9, ...parameters.secret, 9]).subarray(2, 22);
    expect(codeAtStep({ ...parameters, secret }, 1)).toBe('94287082');
  });
});

it('equals node:crypto for 100,000 random codes', { timeout: 120_000 }, () => {
  const count = 100_000;
  const steps = [2 ** 20, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 47];
  let beyond = 0;
  let different = 0;
  for (let i = 0; i < count; i++) {
    const parameters = randomParameters();
    const step = pick(steps) + randomInt(2 ** 32);
    if (step > 2 ** 32) beyond++;
    if (codeAtStep(parameters, step) !== nodeCode(parameters, BigInt(step))) different++;
  }
  leaveFigures('random-codes', {
    'Random codes': `${count} compared with node:crypto, ${beyond} of them beyond step 2^32: ${different} differ`,
  });
  expect(different).toBe(0);
  expect(beyond).toBeGreaterThan(count / 4);
});

it('leaves the count of RFC vectors for the summary', () => {
  const counters = RFC4226_CODES.map((code, counter) => {
    const { secret, algorithm } = rfcParameters('SHA1');
    return hotpCode({ kind: 'hotp', secret, algorithm, digits: 6, counter }) === code;
  });
  const times = RFC6238_CODES.flatMap((row) =>
    ALGORITHMS.map((name) => totpCode(rfcParameters(name), row.time * 1000) === row[name]),
  );
  const all = [...counters, ...times];
  leaveFigures('rfc-vectors', {
    'RFC 4226 and 6238 vectors': `${all.filter(Boolean).length} of ${all.length}`,
  });
  expect(all).not.toContain(false);
});
