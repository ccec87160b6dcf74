/** The vault's recovery key: eight numbered groups of five, as they are written on paper. */
export function recoveryGroups(recoveryKey: string): string[] {
  return recoveryKey.toUpperCase().match(/[0-9A-Z]{5}/g) ?? [];
}

export function RecoveryKey({ recoveryKey, label }: { recoveryKey: string; label: string }) {
  return (
    <ol class="recovery" aria-label={label}>
      {recoveryGroups(recoveryKey).map((group, place) => (
        <li key={group} class="recovery-group">
          <span class="recovery-place" aria-hidden="true">
            {place + 1}
          </span>
          <span data-group={place + 1}>{group}</span>
        </li>
      ))}
    </ol>
  );
}
