/**
 * Everything that can go wrong and that a person is told about. Each code has one sentence in
 * `_locales` under `failure_<code with _ for ->`, which says what happened and what to do.
 */
export const FAILURE_CODES = [
  // messages
  'refused', // the sender may not ask this
  'bad-request', // the question is malformed
  'unexpected', // a fault of ours
  // vault
  'no-vault',
  'vault-exists',
  'locked',
  'wrong-password',
  'wait', // $1 seconds until the next try
  'password-too-short', // $1 the least number of characters
  'password-too-common',
  'recovery-key-typo', // $1 the group (1-8) that does not fit its check character
  'recovery-key-wrong',
  'kdf-refused', // key slot parameters outside floors and caps
  'damaged',
  'records-damaged', // $1 how many accounts cannot be read
  'from-newer-version',
  'not-saved',
  'too-many-passkeys', // $1 the most
  'passkey-unknown', // it answered with a key that is not this vault's
  'no-such-vault',
  // backups
  'backup-unreadable', // not an age file, or cut off
  'backup-wrong-passphrase', // wrong passphrase or key, or damaged
  'backup-not-ours', // an age file that holds no backup of ours
  'backup-too-large',
  'recipient-unknown', // $1 what is not an age recipient
  // set-up codes
  'not-a-setup-code', // $1 what it points at: a host or a scheme
  'not-a-setup-text', // plain text, which is not repeated
  'uri-malformed',
  'kind-unsupported', // $1 the kind: steam, motp, yaotp ...
  'secret-missing',
  'secret-not-base32', // $1 the first character that does not belong
  'secret-too-long',
  'digits-out-of-range', // $1 the value
  'period-out-of-range', // $1 the value
  'algorithm-unknown', // $1 the value
  'counter-invalid', // $1 the value
  'counter-missing',
  'migration-damaged',
  'image-unreadable',
  'image-too-large',
  'no-code-found',
  'code-cut-off', // the edge of the picture cuts what looks like a code
  'code-too-small', // too few pixels a module
  'picture-cut-off', // the same of a picture, which is taken anew
  'picture-too-small',
  'reading-too-slow', // the picture was given up
  'too-many-lines', // $1 the most
  // camera and screen
  'camera-refused',
  'camera-missing',
  'camera-busy',
  'screen-refused',
  // accounts
  'no-such-account',
  'already-saved', // $1 issuer, $2 account: the very same secret is held
  'same-account', // $1 issuer, $2 account, and its id: replace it or keep both?
  'counts-on-one-device', // HOTP: a second device would count apart
  // recovery codes of a portal
  'no-recovery-codes-found', // in the text that was pasted
  'no-recovery-codes', // none left that was not used
  // filling
  'origin-refused', // $1 the origin: not https, or not a site
  'not-bound', // $1 the host
  'page-unreachable',
  'not-capturable',
  'closed-by-policy', // the organisation lets no extension into this site
  'step-used', // $1 seconds until the next code
  'wrong-length', // $1 how many digits the page or the portal takes, $2 how many the account makes
  'sent-elsewhere', // $1 the host that the page's form sends the code to
  'sent-in-address', // the page's form puts the code into an address
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** What crosses between contexts. */
export interface FailureFacts {
  readonly code: FailureCode;
  readonly values: readonly string[];
}

/** The one error that is meant for a person. `values` fill $1, $2 ... of its sentence. */
export class Failure extends Error {
  readonly values: readonly string[];

  constructor(
    readonly code: FailureCode,
    ...values: (string | number)[]
  ) {
    super([code, ...values].join(' '));
    this.name = 'Failure';
    this.values = values.map(String);
  }

  /** JSON-safe facts of any thrown thing; what is not a `Failure` becomes `unexpected`, without its text. */
  static facts(thrown: unknown): FailureFacts {
    if (thrown instanceof Failure) return { code: thrown.code, values: thrown.values };
    return { code: 'unexpected', values: [] };
  }
}
