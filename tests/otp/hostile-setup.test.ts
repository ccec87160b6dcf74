import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/failure';
import { readSetupText } from '../../utils/otp/setup-text';
import { migrationUri, writeField } from './write-migration';

const S = 'secret=JBSWY3DPEHPK3PXP';

function outcome(text: string): string {
  try {
    const { keys, failed } = readSetupText(text);
    return `${keys.map(({ issuer, account }) => `[${issuer}] [${account}]`).join(' ')}${failed.length}`;
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return [thrown.code, ...thrown.values].join(': ');
  }
}

describe('T27: hostile set-up codes', () => {
  it.each([
    [
      'markup is a name like any other',
      `otpauth://totp/x:y?${S}&issuer=<img src=x onerror=alert(1)>`,
      '[<img src=x onerror=alert(1)>] [x:y]0',
    ],
    ['a script is no set-up code', 'javascript:alert(1)', 'not-a-setup-code: javascript'],
    ['a data: page neither', 'data:text/html,<script>1</script>', 'not-a-setup-code: data'],
    ['text turned about', `otpauth://totp/A%E2%80%AEgnp:b?${S}`, '[Agnp] [b]0'],
    ['a name with NUL', `otpauth://totp/A%00B:b?${S}`, '[AB] [b]0'],
    ['a family of emoji', `otpauth://totp/%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7:b?${S}`, /^\[👩‍?👧\] \[b\]0$/u],
    ['% that escapes nothing', `otpauth://totp/%%:%E0%A4%A?${S}`, /0$/],
    ['no secret', 'otpauth://totp/A:b?secret=', 'secret-missing'],
    ['a secret of other letters', 'otpauth://totp/A:b?secret=!!!!', /^secret-not-base32/],
    ['digits -1', `otpauth://totp/A:b?${S}&digits=-1`, 'digits-out-of-range: -1'],
    ['digits 1e9', `otpauth://totp/A:b?${S}&digits=1e9`, 'digits-out-of-range: 1e9'],
    ['digits 1000000000', `otpauth://totp/A:b?${S}&digits=1000000000`, 'digits-out-of-range: 1000000000'],
    ['period NaN', `otpauth://totp/A:b?${S}&period=NaN`, 'period-out-of-range: NaN'],
    ['period 1e9', `otpauth://totp/A:b?${S}&period=1e9`, 'period-out-of-range: 1e9'],
    ['period 1000000000', `otpauth://totp/A:b?${S}&period=1000000000`, 'period-out-of-range: 1000000000'],
    [
      'counter 2^63',
      `otpauth://hotp/A:b?${S}&counter=9223372036854775808`,
      'counter-invalid: 9223372036854775808',
    ],
    ['algorithm __proto__', `otpauth://totp/A:b?${S}&algorithm=__proto__`, 'algorithm-unknown: __proto__'],
    ['parameter __proto__', `otpauth://totp/A:b?${S}&__proto__=x&constructor=y`, '[A] [b]0'],
    ['type __proto__', `otpauth://__proto__/A:b?${S}`, /^kind-unsupported/],
    ['a scheme in capitals', `OTPAUTH://totp/A:b?${S}`, '[A] [b]0'],
    ['a label of 10 kB', `otpauth://totp/${'A'.repeat(10_000)}?${S}`, 'uri-malformed'],
    ['the control: a plain one', `otpauth://totp/A:b?${S}&issuer=A`, '[A] [b]0'],
  ])('%s', (_, text, expected) => {
    if (typeof expected === 'string') expect(outcome(text)).toBe(expected);
    else expect(outcome(text)).toMatch(expected);
  });
});

describe('T30: a transfer code that is partly bad', () => {
  const secret = Uint8Array.from({ length: 20 }, (_, at) => at);
  const good = (name: string) => ({ secret, name, issuer: 'Cliniko' });

  it('gives what is good and names what is not', () => {
    const bad = [
      { secret, name: 'md5', algorithm: 4 },
      { secret: new Uint8Array(), name: 'empty' },
      { secret, name: 'long', digits: 3 },
    ];
    const accounts = [...['a', 'b', 'c', 'd', 'e', 'f', 'a'].map(good), ...bad];
    const { keys, failed } = readSetupText(migrationUri({ accounts }));
    expect(keys.map(({ account }) => account)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a']);
    expect(failed.map(({ failure }) => failure.code)).toEqual([
      'algorithm-unknown',
      'secret-missing',
      'digits-out-of-range',
    ]);
  });

  it('says which part it is, so that a missing one can be named', () => {
    const { batch } = readSetupText(migrationUri({ accounts: [good('a')], size: 3, index: 2, id: 7 }));
    expect(batch).toMatchObject({ size: 3, index: 2 });
  });

  it('refuses a thousand messages inside each other, at once', () => {
    let nested = writeField(1, secret);
    for (let depth = 0; depth < 1000; depth++) nested = writeField(1, nested);
    const began = performance.now();
    expect(outcome(migrationUri(nested)), 'one account, without a key').toBe('1');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
