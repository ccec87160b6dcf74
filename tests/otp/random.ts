import { randomInt } from 'node:crypto';
import { randomBytes } from '../../utils/bytes';
import { ALGORITHMS, type OtpParameters } from '../../utils/otp/parameters';

export function pick<T>(choices: readonly T[]): T {
  return choices[randomInt(choices.length)] as T;
}

export function randomParameters(): OtpParameters {
  const common = {
    secret: randomBytes(randomInt(1, 129)),
    algorithm: pick(ALGORITHMS),
    digits: randomInt(6, 11),
  };
  return pick([true, false])
    ? { kind: 'totp', ...common, period: randomInt(15, 301) }
    : { kind: 'hotp', ...common, counter: pick([0, 1, 300, 2 ** 32 + 7, Number.MAX_SAFE_INTEGER]) };
}
