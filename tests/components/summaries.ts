import type { AccountSummary, CodeView } from '../../utils/messaging/views';

/** An account as a page sees it, of an id that says which. */
export function summaryOf(id: string, change: Partial<AccountSummary> = {}): AccountSummary {
  return {
    id,
    issuer: 'Cliniko',
    account: `${id}@harbourphysio.example`,
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    origins: [],
    createdAt: 0,
    fillsItself: true,
    submits: false,
    pinned: false,
    verifiedAt: null,
    askAt: null,
    keyShownAt: null,
    recoveryCodes: { left: 0, all: 0 },
    ...change,
  };
}

export const viewOf = (accountId: string, validUntil: number): CodeView => ({
  accountId,
  code: '482913',
  nextCode: '311078',
  validUntil,
});
