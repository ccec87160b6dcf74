import { readSecret } from './base32';
import { parseKeyUri } from './key-uri';
import { type AccountName, cleanName } from './label';
import { DEFAULT_DIGITS, DEFAULT_PERIOD, type SetupKey } from './parameters';

/**
 * Reads what a person typed or pasted into the box for the key: the key as the portal prints it, or a whole
 * key URI. Names that were typed win over those in the URI. A bare key says nothing of its parameters, so
 * they are the usual ones: SHA-1, six digits, thirty seconds.
 *
 * @throws Failure as `parseKeyUri` and `readSecret` do.
 */
export function parseTypedSetup(text: string, typed: AccountName): SetupKey {
  const issuer = cleanName(typed.issuer);
  const account = cleanName(typed.account);
  if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    const key = parseKeyUri(text);
    return { ...key, issuer: issuer || key.issuer, account: account || key.account };
  }
  const secret = readSecret(text);
  return {
    issuer,
    account,
    parameters: { kind: 'totp', secret, algorithm: 'SHA1', digits: DEFAULT_DIGITS, period: DEFAULT_PERIOD },
  };
}
