import { useContext } from 'preact/hooks';
import { codeGroups } from './code-groups';
import { CodesHidden } from './hidden-codes';
import { say } from './words';

interface Properties {
  readonly code: string | null;
  readonly digits: number;
  /** Somebody asked to see this one. */
  readonly shown?: boolean;
}

/** A code as people read it; copying the text yields the digits alone. Where codes are hidden it is not in the page at all. */
export function CodeDigits({ code, digits, shown = false }: Properties) {
  const hidden = useContext(CodesHidden) && !shown && code !== null;
  const groups = codeGroups(code === null ? '•'.repeat(digits) : code).map((group, place) => (
    <span key={place} class="digits-group">
      {hidden ? [...group].map((_, dot) => <span key={dot} class="digits-dot" />) : group}
    </span>
  ));
  if (hidden)
    return (
      <span class="digits" role="img" aria-label={say('code_hidden')}>
        {groups}
      </span>
    );
  return <span class={code === null ? 'digits digits-unknown' : 'digits'}>{groups}</span>;
}
