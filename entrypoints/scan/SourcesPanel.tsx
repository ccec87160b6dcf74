import { Button } from '../../components/Button';
import { FilePicker } from '../../components/FilePicker';
import { FailureNotice, Notice } from '../../components/Notice';
import { failureSentence, say } from '../../components/words';
import { LiveView } from './LiveView';
import { pictureSources } from './read-sources';
import type { Findings, Problem, Taken } from './use-findings';
import type { Live } from './use-live';

const ENDINGS = { rested: 'camera_rested', hidden: 'camera_hidden' } as const;

interface Properties {
  readonly live: Live;
  readonly findings: Findings;
  readonly onFrame: (picture: Blob) => Promise<Taken>;
}

/** A picture, the camera or another window; and what came of it where that was no set-up code. */
export function SourcesPanel({ live, findings, onFrame }: Properties) {
  const { problems, isKnown, busy, take } = findings;
  return (
    <section class="panel">
      <h2>{say('scan_where')}</h2>
      {live.kind ? (
        <LiveView live={live} onFrame={onFrame} />
      ) : (
        <>
          <FilePicker
            title={say('scan_choose')}
            note={say('scan_drop')}
            accept="image/*"
            several
            onChoose={(files) => take(pictureSources(files))}
          />
          <div class="buttons">
            <Button onPress={() => live.start('camera')}>{say('scan_camera')}</Button>
            <Button onPress={() => live.start('screen')}>{say('scan_screen')}</Button>
          </div>
          <p class="small muted">{say('scan_cut_out')}</p>
        </>
      )}
      <Notice tone="plain">{busy && say('scan_reading')}</Notice>
      <Notice tone="warn">{live.ending && say(ENDINGS[live.ending])}</Notice>
      <FailureNotice failure={live.failure} />
      <Notice tone="plain">{isKnown && say('scan_known')}</Notice>
      <Problems problems={problems} />
    </section>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <Notice tone="bad">
      {problems.length > 0 && (
        <div class="problems">
          {problems.map(({ name, failure }, place) => (
            <p key={place}>
              {name !== null && (
                <>
                  <bdi>{name}</bdi>:{' '}
                </>
              )}
              {failureSentence(failure)}
            </p>
          ))}
        </div>
      )}
    </Notice>
  );
}
