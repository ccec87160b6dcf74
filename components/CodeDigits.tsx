import { codeGroups } from './code-groups';

/** A code as people read it; copying the text yields the digits alone. */
export function CodeDigits({ code, digits }: { code: string | null; digits: number }) {
  const shown = code ?? '•'.repeat(digits);
  return (
    <span class={code === null ? 'digits digits-unknown' : 'digits'}>
      {codeGroups(shown).map((group, place) => (
        <span key={place} class="digits-group">
          {group}
        </span>
      ))}
    </span>
  );
}
