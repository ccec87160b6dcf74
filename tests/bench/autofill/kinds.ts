import type { Form } from './table.ts';

const KINDS = {
  totp_login: 'TOTP login',
  totp_enrol: 'TOTP set-up',
  bare: 'bare component',
  sms_code: 'texted code',
  email_code: 'mailed code',
  recovery_code: 'recovery code',
  negative: 'look-alike',
} as const;

export type Kind = (typeof KINDS)[keyof typeof KINDS];

/** A component recorded alone, without the page that would use it, says too little to be counted with the rest. */
export function kindOf({ kind, context, expected }: Form): Kind {
  if (expected.fill_totp && context === 'needs host-page words') return KINDS.bare;
  return KINDS[kind as keyof typeof KINDS] ?? KINDS.negative;
}

/** What the verdict calls the codes that are not ours. */
export const OTHER_CODE: Partial<Record<Kind, string>> = {
  [KINDS.sms_code]: 'sms',
  [KINDS.email_code]: 'email',
  [KINDS.recovery_code]: 'recovery',
};

/** Kind by kind, in the order above; kinds of which there is none are left out. */
export function byKind<T>(rows: readonly T[], formOf: (row: T) => Form): [Kind, T[]][] {
  return Object.values(KINDS)
    .map((kind): [Kind, T[]] => [kind, rows.filter((row) => kindOf(formOf(row)) === kind)])
    .filter(([, those]) => those.length > 0);
}
