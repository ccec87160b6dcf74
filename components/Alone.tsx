import type { ComponentChildren } from 'preact';
import { say } from './words';

/** A page that has only one thing to say. It is headed all the same, for those who find their way by headings. */
export function Alone({ children }: { children?: ComponentChildren }) {
  return (
    <main class="alone">
      <h1 class="unseen">{say('extension_name')}</h1>
      {children}
    </main>
  );
}
