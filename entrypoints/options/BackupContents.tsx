import { formatDay } from '../../components/dates';
import { Notice } from '../../components/Notice';
import { say, sayMany } from '../../components/words';
import type { BackupPreview } from '../../utils/transfer/preview';

/** What a backup holds, and what restoring it would do here. */
export function BackupContents({ view }: { view: BackupPreview }) {
  const { unreadable } = view;
  const { holds, fresh, updated, unchanged, removedHere, removedThere } = view;
  const changes = fresh.length + updated.length + removedThere.length;
  return (
    <div class="contents">
      <Notice tone="good">{sayMany('view_holds', holds.length, formatDay(view.madeAt))}</Notice>
      <Names title={say('view_fresh')} names={fresh} />
      <Names title={say('view_updated')} names={updated} />
      <Names title={say('view_removed_there')} names={removedThere} />
      <Names title={say('view_removed_here')} names={removedHere} />
      <Names title={say('view_unreadable')} names={unreadable} />
      {unchanged > 0 && <p class="muted">{sayMany('view_unchanged', unchanged)}</p>}
      {changes === 0 && <p class="muted">{say('view_nothing')}</p>}
    </div>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="contents-part">
      <h3 class="contents-title">
        {title} <span class="muted">{names.length}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by key */}
      <ul class="contents-names" tabIndex={0} aria-label={title}>
        {names.map((name, place) => (
          <li key={place}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
