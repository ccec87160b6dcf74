import { IconButton } from './Button';
import type { Peek } from './hidden-codes';
import { say } from './words';

/** Shows one code and hides it again; only where codes are hidden. */
export function EyeButton({ peek: { offered, shown, toggle } }: { peek: Peek }) {
  if (!offered) return null;
  return (
    <IconButton
      icon={shown ? 'hide' : 'show'}
      label={shown ? say('hide_code') : say('show_code')}
      onPress={toggle}
    />
  );
}
