import { useContext } from 'preact/hooks';
import { codeGroups } from './code-groups';
import { CodesHidden } from './hidden-codes';
import { say } from './words';

interface Properties {
  readonly code: string | null;
  readonly digits: number;
  /** For a control that is described by the code. */
  readonly id?: string;
  /** Somebody asked to see this one. */
  readonly shown?: boolean;
}

/**
 * A code as people read it, and as it is read out: digit by digit. Copying the text yields the digits alone. Where codes
 * are hidden it is not in the page at all.
 */
export function CodeDigits({ code, digits, id, shown = false }: Properties) {
  const hidden = useContext(CodesHidden) && !shown && code !== null;
  const look = code === null ? 'unknown' : hidden ? 'hidden' : 'plain';
  return (
    <span
      id={id}
      class={`digits digits-${look}`}
      role="img"
      aria-label={hidden ? say('code_hidden') : code === null ? say('code_unknown') : [...code].join(' ')}
    >
      {codeGroups(code ?? '•'.repeat(digits)).map((group, place) => (
        <span key={place} class="digits-group">
          {hidden ? [...group].map((_, dot) => <span key={dot} class="digits-dot" />) : group}
        </span>
      ))}
    </span>
  );
}
