import type { ComponentChildren } from 'preact';
import './fold.css';

interface Properties {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** Something to do that is folded away until it is wanted. What was typed in it is gone when it closes. */
export function Fold({ title, isOpen, onToggle, children }: Properties) {
  return (
    <details class="fold" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary class="fold-title" data-escape={isOpen}>
        {title}
      </summary>
      {isOpen && <div class="fold-content">{children}</div>}
    </details>
  );
}
