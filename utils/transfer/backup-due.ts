const DAY = 86_400_000;

/**
 * A backup is asked for at the first account, then after three new ones or 30 days. A clock that was set back since
 * the last one counts as time gone by.
 */
export function backupDue(lastAt: number | null, createdAts: readonly number[], now: number): boolean {
  if (createdAts.length === 0) return false;
  if (lastAt === null) return true;
  const isOld = now - lastAt >= 30 * DAY || lastAt - now > DAY;
  return isOld || createdAts.filter((createdAt) => createdAt > lastAt).length >= 3;
}
