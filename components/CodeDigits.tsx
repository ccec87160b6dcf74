import { codeGroups } from './code-groups';
import { say } from './words';

interface Properties {
  readonly code: string | null;
  readonly digits: number;
  /** For a control that is described by the code. */
  readonly id?: string;
}

/** A code as people read it, and as it is read out: digit by digit. Copying the text yields the digits alone. */
export function CodeDigits({ code, digits, id }: Properties) {
  const shown = code ?? '•'.repeat(digits);
  return (
    <span
      id={id}
      class={code === null ? 'digits digits-unknown' : 'digits'}
      role="img"
      aria-label={code === null ? say('code_unknown') : [...code].join(' ')}
    >
      {codeGroups(shown).map((group, place) => (
        <span key={place} class="digits-group">
          {group}
        </span>
      ))}
    </span>
  );
}
