import { randomInt } from 'node:crypto';

export type Way = 'text' | 'call';

/** What reached a phone: to be read by a test as a person reads it there. */
export interface Delivery {
  readonly email: string;
  readonly number: string;
  readonly by: Way;
  readonly code: string;
}

const GOOD_FOR_MS = 10 * 60_000;

/** Single-use codes by text or voice. A new one makes the one before void. */
export function createPhoneCodes() {
  const deliveries: Delivery[] = [];
  const open = new Map<string, { readonly code: string; readonly until: number }>();
  let digits = 8;

  return {
    deliveries,
    digits: () => digits,
    /** Older pages of this portal ask for six. */
    setDigits: (count: 6 | 8) => {
      digits = count;
    },
    send(email: string, number: string, by: Way, now: number): void {
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      open.set(email, { code, until: now + GOOD_FOR_MS });
      deliveries.push({ email, number, by, code });
    },
    /** True once for each code. */
    spend(email: string, typed: string, now: number): boolean {
      const sent = open.get(email);
      if (!sent || sent.code !== typed.replace(/\s/g, '') || now > sent.until) return false;
      return open.delete(email);
    },
  };
}
