import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface Properties {
  readonly children: ComponentChildren;
  readonly onPress?: () => void;
  readonly look?: 'primary' | 'quiet' | 'danger' | undefined;
  readonly submits?: boolean;
  readonly disabled?: boolean;
  /** Drawn after the label: the key that does the same. */
  readonly hint?: string | undefined;
  readonly icon?: IconName;
  /** Ids of what more there is to know of it. */
  readonly describedBy?: string;
  /** The way out, which Escape is, too. */
  readonly escapes?: boolean;
}

/** A button that cannot be pressed just now keeps the focus, which a `disabled` one would lose; Enter in its form does nothing either. */
export function Button({
  children,
  onPress,
  look,
  submits,
  disabled,
  hint,
  icon,
  describedBy,
  escapes,
}: Properties) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={look ? `button button-${look}` : 'button'}
      data-escape={escapes}
      aria-describedby={describedBy}
      aria-disabled={disabled ? 'true' : undefined}
      onClick={disabled ? refuse : onPress}
    >
      {icon && <Icon name={icon} />}
      {children}
      {hint && (
        <span class="button-key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}

function refuse(event: Event): void {
  event.preventDefault();
}

interface IconProperties extends Pick<Properties, 'escapes'> {
  readonly icon: IconName;
  readonly label: string;
  /** For one that switches something on and off. */
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** A button that is drawn as a sign; `label` is its name. */
export function IconButton({ icon, label, pressed, onPress, escapes }: IconProperties) {
  return (
    <button
      type="button"
      class="button button-icon"
      data-escape={escapes}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
