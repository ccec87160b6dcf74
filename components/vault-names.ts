import type { VaultName } from '../utils/messaging/views';
import { formatDay } from './dates';
import { say } from './words';

/** What to call a vault; one without a name goes by the day it was made. */
export function nameOfVault({ nickname, createdAt }: VaultName): string {
  if (nickname !== '') return nickname;
  return createdAt > 0 ? say('vault_unnamed_since', formatDay(createdAt)) : say('vault_unnamed');
}
