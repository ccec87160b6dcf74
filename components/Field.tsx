import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly note?: string;
  readonly placeholder?: string;
  readonly autocomplete?: 'off' | 'current-password' | 'new-password';
  readonly hasFocus?: boolean;
  readonly tall?: boolean;
}

/** A labelled box; `note` stands under it in room that is always kept. */
export function Field(properties: Properties) {
  const { label, value, onInput, note, hasFocus, tall } = properties;
  const id = useId();
  const box = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (hasFocus) box.current?.focus();
  }, [hasFocus]);
  const shared = {
    id,
    ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => {
      box.current = element;
    },
    class: 'field-input',
    value,
    placeholder: properties.placeholder ?? '',
    autocomplete: properties.autocomplete ?? 'off',
    spellcheck: false,
    'aria-describedby': note === undefined ? '' : `${id}-note`,
    onInput: ({ currentTarget }: { currentTarget: EventTarget }) =>
      onInput((currentTarget as HTMLInputElement).value),
  } as const;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {tall ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} type={(properties.type ?? 'text') as 'password'} />
      )}
      {note !== undefined && (
        <p id={`${id}-note`} class="field-note" aria-live="polite">
          {note}
        </p>
      )}
    </div>
  );
}

interface CheckProperties {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What comes of it, or why it cannot be changed here. */
  readonly note?: string;
  readonly disabled?: boolean;
}

export function Check({ label, checked, onChange, note, disabled = false }: CheckProperties) {
  const id = useId();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={note && id}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="check-words">
        {label}
        {note && (
          <span id={id} class="check-more">
            {note}
          </span>
        )}
      </span>
    </label>
  );
}
