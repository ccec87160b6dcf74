/** `bytes` of plaintext and `accounts` in use; `file` leaves room for age's own bytes and for armor. */
export const BACKUP_LIMITS = { bytes: 10 * 1024 * 1024, accounts: 5_000, file: 15 * 1024 * 1024 } as const;
