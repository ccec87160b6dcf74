import { useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say, sayMany } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AddAllReport } from '../../utils/messaging/views';
import { formatKeyUri } from '../../utils/otp/key-uri';
import type { SetupKey } from '../../utils/otp/parameters';

interface Properties {
  readonly keys: readonly SetupKey[];
  /** No part of an export is missing. */
  readonly isWhole: boolean;
  readonly onSaved: (report: AddAllReport) => void;
  readonly onDismiss: () => void;
}

/** All together, but for those the person unticks: a phone holds private ones too. */
export function SeveralAccounts({ keys, isWhole, onSaved, onDismiss }: Properties) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { busy, failure, attempt } = useAttempt();
  const chosen = keys.map(formatKeyUri).filter((keyUri) => !left.has(keyUri));

  function choose(keyUri: string, wanted: boolean): void {
    const other = new Set(left);
    if (wanted) other.delete(keyUri);
    else other.add(keyUri);
    setLeft(other);
  }
  async function save(): Promise<void> {
    onSaved(await ask('accounts/add-all', { keyUris: chosen }));
  }

  return (
    <>
      <h2>{sayMany('together', keys.length)}</h2>
      <ul class="found-list">
        {keys.map((key) => {
          const keyUri = formatKeyUri(key);
          return (
            <li key={keyUri}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={!left.has(keyUri)}
                  onChange={({ currentTarget }) => choose(keyUri, currentTarget.checked)}
                />
                <span>
                  <bdi class="found-issuer">{shortName(key)}</bdi>
                  {key.issuer && <bdi class="muted">{key.account}</bdi>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button
          look={isWhole ? 'primary' : undefined}
          disabled={busy || chosen.length === 0}
          onPress={() => attempt(save())}
        >
          {busy ? say('saving') : saveWords(chosen.length, isWhole)}
        </Button>
        <Button escapes onPress={onDismiss}>
          {say('not_now')}
        </Button>
      </div>
    </>
  );
}

function saveWords(count: number, isWhole: boolean): string {
  return sayMany(isWhole ? 'scan_save' : 'scan_save_part', count);
}
