import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FailedNames } from '../../components/FailedNames';
import { Notice } from '../../components/Notice';
import { say, sayMany } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { type Batch, failedIn, isWhole, keysIn, missingParts } from '../../utils/otp/collect';
import { OneAccount } from './OneAccount';
import type { SavedAccounts } from './SavedReport';
import { SeveralAccounts } from './SeveralAccounts';
import type { Findings } from './use-findings';

interface Properties {
  readonly findings: Findings;
  readonly snapshot: VaultSnapshot;
  readonly onSaved: (saved: SavedAccounts) => void;
}

/** What was read and is not saved yet: one account or several, and the parts still missing. */
export function FindingsPanel({ findings, snapshot, onSaved }: Properties) {
  const { collected, conflict, settle, forget } = findings;
  const keys = keysIn(collected);
  const failed = failedIn(collected);
  const [only] = keys;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    // What a camera or a paste has found is saved by Enter.
    panel.current?.querySelector<HTMLElement>('.button-primary')?.focus({ preventScroll: true });
  }, []);
  if (collected.batches.length === 0 && keys.length === 1 && only)
    return (
      <section class="panel found" ref={panel}>
        <OneAccount found={only} snapshot={snapshot} onSaved={onSaved} onDismiss={forget} />
      </section>
    );
  return (
    <section class="panel found" ref={panel}>
      {collected.batches.map((batch, place) => (
        <Progress key={place} batch={batch} />
      ))}
      {conflict && <Conflict onSettle={settle} />}
      <SeveralAccounts
        keys={keys}
        isWhole={isWhole(collected)}
        onSaved={(report) => onSaved({ ...report, failed, missing: collected.batches.flatMap(missingParts) })}
        onDismiss={forget}
      />
      <FailedNames failed={failed} />
    </section>
  );
}

/** "2 of 5", and which are missing. */
function Progress({ batch }: { batch: Batch }) {
  const missing = missingParts(batch);
  if (batch.size === 1) return null;
  if (missing.length === 0) return <Notice tone="good">{say('parts_all', batch.size)}</Notice>;
  return (
    <Notice tone="warn">
      <strong>{say('parts_read', batch.parts.size, batch.size)}</strong>{' '}
      {sayMany('parts_missing', missing.length, missing.join(', '))}
    </Notice>
  );
}

function Conflict({ onSettle }: { onSettle: Findings['settle'] }) {
  return (
    <div class="conflict">
      <p>{say('parts_conflict')}</p>
      <div class="buttons">
        <Button onPress={() => onSettle('leave-out')}>{say('parts_leave_out')}</Button>
        <Button onPress={() => onSettle('again')}>{say('parts_again')}</Button>
      </div>
    </div>
  );
}
