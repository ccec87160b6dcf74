import { type Account, isTombstone, secretOf } from '../vault/account';
import { counterOf, verifiedAtOf, withCounter, withRecoveryCodes, withVerified } from '../vault/growth';
import { type RecoveryCode, uniteRecoveryCodes } from '../vault/recovery-codes';
import { type Contents, isSame, type Versioned } from './contents';

interface Group {
  readonly inUse: readonly { readonly version: number; readonly content: Account }[];
  /** The highest of the group, of those merged away before too: another computer may have gone on counting with one. */
  readonly counter: number;
  /** Of all of the group, for the same reason. */
  readonly recoveryCodes: readonly RecoveryCode[];
  /** The first time any of them was verified. */
  readonly verifiedAt: number | null;
}

/**
 * Accounts in use that give the same codes become one: the oldest stays, with the sites and recovery codes of all; the others retire. It
 * only ever raises versions, and finds nothing to do the second time.
 */
export function uniteSameSecrets(contents: Contents): Contents {
  const united = new Map(contents);
  for (const group of groupsOf(contents))
    for (const record of unite(group)) united.set(record.content.id, record);
  return united;
}

function groupsOf(contents: Contents): Group[] {
  const groups = new Map<string, Group>();
  for (const { version, content } of contents.values()) {
    if (isTombstone(content) || (content.retired && content.retired.why !== 'merged')) continue;
    const secret = secretOf(content);
    const { inUse, counter, recoveryCodes, verifiedAt } = groups.get(secret) ?? NONE;
    groups.set(secret, {
      inUse: content.retired ? inUse : [...inUse, { version, content }],
      counter: Math.max(counter, counterOf(content)),
      recoveryCodes: uniteRecoveryCodes(recoveryCodes, content.recoveryCodes),
      verifiedAt: verifiedAtOf(withVerified(content, verifiedAt)),
    });
  }
  return [...groups.values()].filter(({ inUse }) => inUse.length > 0);
}

const NONE: Group = { inUse: [], counter: 0, recoveryCodes: [], verifiedAt: null };

function unite({ inUse, counter, recoveryCodes, verifiedAt }: Group): Versioned[] {
  const [oldest, ...others] = inUse.toSorted(
    ({ content: a }, { content: b }) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  ) as [Group['inUse'][number], ...Group['inUse']];
  const changedAt = Math.max(...inUse.map(({ content }) => content.changedAt));
  const origins = [...new Set([oldest, ...others].flatMap(({ content }) => content.origins))];
  const counted = withRecoveryCodes(withCounter(oldest.content, counter), recoveryCodes);
  const grown = withVerified(counted, verifiedAt) as Account;
  const gains = origins.length > new Set(oldest.content.origins).size || !isSame(oldest.content, grown);
  if (!gains && others.length === 0) return [];
  const survivor = { ...grown, origins, changedAt };
  return [
    gains ? { version: oldest.version + 1, content: survivor } : oldest,
    ...others.map(({ version, content }) => ({
      version: version + 1,
      content: { ...content, retired: { at: changedAt, why: 'merged', by: oldest.content.id } as const },
    })),
  ];
}
