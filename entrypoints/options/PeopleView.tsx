import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { formatDay } from '../../components/dates';
import { Field } from '../../components/Field';
import { FailureNotice } from '../../components/Notice';
import { openPage } from '../../components/open-page';
import { openUnlockWindow } from '../../components/open-unlock';
import { useAttempt } from '../../components/use-attempt';
import { nameOfVault } from '../../components/vault-names';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { VaultName, VaultSnapshot } from '../../utils/messaging/views';

/** The vaults of this browser profile, one a person. */
export function PeopleView({ snapshot }: { snapshot: VaultSnapshot }) {
  const { busy, failure, attempt } = useAttempt();
  const current = snapshot.vaults.find(({ vaultId }) => vaultId === snapshot.vaultId);
  const unlocked = snapshot.status === 'unlocked';
  const turnTo = ({ vaultId }: VaultName) =>
    attempt(ask('vault/switch', { vaultId }).then(() => openUnlockWindow({ tabId: null, passkey: false })));
  if (!current) return null;
  return (
    <section class="panel">
      <h2>{say('people_title')}</h2>
      <p class="muted">{say('people_why')}</p>
      <ul class="lines">
        {snapshot.vaults.map((vault) => (
          <li key={vault.vaultId} class="line">
            <span class="line-name">
              <bdi>{nameOfVault(vault)}</bdi>
              {(vault.damaged || vault.nickname !== '') && <VaultNote vault={vault} />}
            </span>
            {vault === current ? (
              <span class="line-mark">{say('vault_in_use')}</span>
            ) : (
              <Button disabled={busy} onPress={() => turnTo(vault)}>
                {say('vault_switch')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureNotice failure={failure} />
      {unlocked && <NicknameForm key={current.vaultId} nickname={current.nickname} />}
      <div class="buttons">
        <Button icon="plus" onPress={() => openPage('welcome.html#add-person')}>
          {say('person_add')}
        </Button>
      </div>
    </section>
  );
}

function VaultNote({ vault }: { vault: VaultName }) {
  if (vault.damaged) return <span class="line-note line-bad">{say('vault_damaged')}</span>;
  return <span class="line-note">{say('vault_since', formatDay(vault.createdAt))}</span>;
}

function NicknameForm({ nickname }: { nickname: string }) {
  const [typed, setTyped] = useState(nickname);
  const { busy, failure, attempt } = useAttempt();
  const changed = typed.trim() !== nickname;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (changed && !busy) attempt(ask('vault/rename', { nickname: typed.trim() }));
  };
  return (
    <form class="form" onSubmit={submit}>
      <div class="beside">
        <Field label={say('nickname')} value={typed} onInput={setTyped} />
        <Button submits disabled={busy || !changed}>
          {say('save')}
        </Button>
      </div>
      <p class="check-note">{say('nickname_note')}</p>
      <FailureNotice failure={failure} />
    </form>
  );
}
