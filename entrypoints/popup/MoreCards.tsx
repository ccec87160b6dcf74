import { Button } from '../../components/Button';
import { FailedNames } from '../../components/FailedNames';
import { Notice } from '../../components/Notice';
import { leaveFor } from '../../components/open-page';
import { say, sayMany } from '../../components/words';
import type { AccountSummary, AddAllReport } from '../../utils/messaging/views';
import { DockLine } from './DockLine';
import type { FoundKey, Reading } from './setup-reading';
import type { EnrolmentSteps, Source } from './use-enrolment';

interface Dismissable {
  readonly onDismiss: () => void;
}

interface SameProperties extends Dismissable {
  readonly found: FoundKey;
  readonly source: Source;
  readonly origin: string | null;
  readonly held: AccountSummary;
  readonly steps: EnrolmentSteps;
}

/** This site and account are held already: nothing is overwritten without a word. */
export function SameCard({ found, source, origin, held, steps, onDismiss }: SameProperties) {
  return (
    <DockLine title={say('same_title')} onDismiss={onDismiss}>
      <p>{say('same_line', held.issuer, held.account)}</p>
      <div class="buttons">
        <Button look="primary" onPress={() => steps.save(found, source, origin, { replace: held.id })}>
          {say('replace')}
        </Button>
        <Button onPress={() => steps.save(found, source, origin, 'keep-both')}>{say('keep_both')}</Button>
      </div>
    </DockLine>
  );
}

interface TogetherProperties extends Dismissable {
  readonly reading: Reading;
  readonly saving: boolean;
  readonly steps: EnrolmentSteps;
}

/** The accounts of another app's transfer code. */
export function TogetherCard({ reading, saving, steps, onDismiss }: TogetherProperties) {
  const { keys, failed, missing = [] } = reading;
  return (
    <DockLine title={sayMany('together', keys.length)} onDismiss={onDismiss}>
      <ul class="names">
        {keys.map(({ key, keyUri }) => (
          <li key={keyUri}>{[key.issuer, key.account].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
      <FailedNames failed={failed} />
      {missing.length > 0 && (
        <Notice tone="warn">{sayMany('together_missing', missing.length, missing.join(', '))}</Notice>
      )}
      <div class="buttons">
        <Button
          look="primary"
          disabled={saving || keys.length === 0}
          onPress={() => steps.saveTogether(reading)}
        >
          {saving ? say('saving') : say('save_all')}
        </Button>
        {missing.length > 0 && <Button onPress={() => leaveFor('scan.html')}>{say('add_elsewhere')}</Button>}
      </div>
    </DockLine>
  );
}

interface ReportProperties extends Dismissable {
  readonly report: AddAllReport;
  readonly unread: Reading['failed'];
}

/** What became of them; each one that is not in the vault is named. */
export function ReportCard({ report, unread, onDismiss }: ReportProperties) {
  return (
    <DockLine title={say('saved_title')} onDismiss={onDismiss}>
      <Notice tone="good">{sayMany('report', report.saved)}</Notice>
      {report.alreadySaved.length > 0 && <p>{say('report_already', report.alreadySaved.join(', '))}</p>}
      <FailedNames failed={unread} />
    </DockLine>
  );
}
