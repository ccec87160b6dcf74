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
}

export function Button({ children, onPress, look, submits, disabled, hint, icon }: Properties) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={look ? `button button-${look}` : 'button'}
      disabled={disabled ?? false}
      onClick={onPress}
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

/** A button that is drawn as a sign; `label` is its name. */
export function IconButton({
  icon,
  label,
  pressed,
  onPress,
}: {
  icon: IconName;
  label: string;
  /** For one that switches something on and off. */
  pressed?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="button button-icon"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
