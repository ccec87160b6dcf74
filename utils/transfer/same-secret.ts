import { type Account, isTombstone } from '../vault/account';
import { type Contents, counterOf, secretOf, type Versioned, withCounter } from './contents';

interface Group {
  readonly inUse: readonly { readonly version: number; readonly content: Account }[];
  /** The highest of the group, of those merged away before too: another computer may have gone on counting with one. */
  readonly counter: number;
}

/**
 * Accounts in use that give the same codes become one: the oldest stays, with the sites of all; the others retire. It
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
    const { inUse, counter } = groups.get(secret) ?? { inUse: [], counter: 0 };
    groups.set(secret, {
      inUse: content.retired ? inUse : [...inUse, { version, content }],
      counter: Math.max(counter, counterOf(content)),
    });
  }
  return [...groups.values()].filter(({ inUse }) => inUse.length > 0);
}

function unite({ inUse, counter }: Group): Versioned[] {
  const [oldest, ...others] = inUse.toSorted(
    ({ content: a }, { content: b }) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  ) as [Group['inUse'][number], ...Group['inUse']];
  const changedAt = Math.max(...inUse.map(({ content }) => content.changedAt));
  const origins = [...new Set([oldest, ...others].flatMap(({ content }) => content.origins))];
  const gains = origins.length > new Set(oldest.content.origins).size || counter > counterOf(oldest.content);
  if (!gains && others.length === 0) return [];
  const survivor = withCounter({ ...oldest.content, origins, changedAt }, counter);
  return [
    gains ? { version: oldest.version + 1, content: survivor } : oldest,
    ...others.map(({ version, content }) => ({
      version: version + 1,
      content: { ...content, retired: { at: changedAt, why: 'merged' } as const },
    })),
  ];
}
