import { HOTP, Secret } from 'otpauth';
import type { HotpParameters, OtpParameters, TotpParameters } from './parameters';

/** Number of the time step that holds `now`: RFC 6238 section 4.2, T0 = 0. `now` in milliseconds. */
export function totpStep({ period }: TotpParameters, now: number): number {
  return Math.floor(now / (period * 1000));
}

/** When the code of the step that holds `now` stops being valid, in milliseconds; that instant is the next step's. */
export function stepEnd(parameters: TotpParameters, now: number): number {
  return (totpStep(parameters, now) + 1) * parameters.period * 1000;
}

/** The code at `now`, in milliseconds. */
export function totpCode(parameters: TotpParameters, now: number): string {
  return codeAtStep(parameters, totpStep(parameters, now));
}

/** The code at the stored counter: RFC 4226 section 5.3. Raising and storing the counter is the caller's part. */
export function hotpCode(parameters: HotpParameters): string {
  return codeAtStep(parameters, parameters.counter);
}

/**
 * The code for one moving factor: a time step of TOTP or a counter of HOTP.
 *
 * @throws RangeError for what the package would take in silence: an empty secret, or a moving factor that is
 *   negative or too large for a number to hold exactly.
 */
export function codeAtStep({ secret, algorithm, digits }: OtpParameters, step: number): string {
  if (secret.length === 0) throw new RangeError('empty secret');
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError(`moving factor ${step}`);
  // `Secret` reads the whole buffer behind a view; the copy is exactly the secret.
  const { buffer } = new Uint8Array(secret);
  return HOTP.generate({ secret: new Secret({ buffer }), algorithm, digits, counter: step });
}
