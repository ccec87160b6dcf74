import type { ComponentChildren } from 'preact';
import { IconButton } from '../../components/Button';
import { say } from '../../components/words';

interface LineProperties {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Left out where the card has its own way of saying no. */
  readonly onDismiss?: () => void;
}

/** A card that can be put away. */
export function DockLine({ title, children, onDismiss }: LineProperties) {
  return (
    <div class="dock-card">
      <div class="dock-head">
        <h2 class="dock-title">{title}</h2>
        {onDismiss && <IconButton escapes icon="close" label={say('dismiss')} onPress={onDismiss} />}
      </div>
      {children}
    </div>
  );
}

/** What can wait, in one line: the codes keep their room. */
export function DockStrip({ title, children, onDismiss }: Required<LineProperties>) {
  return (
    <div class="dock-strip">
      <h2 class="dock-title">{title}</h2>
      {children}
      <IconButton escapes icon="close" label={say('dismiss')} onPress={onDismiss} />
    </div>
  );
}
