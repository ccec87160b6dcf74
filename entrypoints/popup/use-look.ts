import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../../utils/messaging/client';
import type { VaultSnapshot } from '../../utils/messaging/views';
import type { ActiveTab } from '../../utils/platform/active-tab';

/**
 * Where no account of ours is used nobody has looked at what the page asks for. A portal that texts its codes never has
 * one: opening the popup on its prompt is how a person asks, and what is found comes with the next snapshot.
 */
export function useLook(tab: ActiveTab | null, snapshot: VaultSnapshot | null): void {
  const looked = useRef(false);
  useEffect(() => {
    const { origin, id: tabId } = tab ?? { origin: null, id: null };
    if (looked.current || snapshot?.status !== 'unlocked' || origin === null || tabId === null) return;
    looked.current = true;
    if (snapshot.accounts.some(({ origins }) => origins.includes(origin))) return;
    // Two frames: the codes are painted before anything is asked of the page.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => void ask('fill/look', { tabId }).catch(() => undefined)),
    );
  });
}
