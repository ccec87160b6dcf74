/** The mark: a ribbon's loop and the card that hangs from it. */
export function Mark({ size, locked = false }: { size: number; locked?: boolean }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" stroke-width="1.5" aria-hidden="true">
      <path
        d="M8 7.8C4.6 6.2 2.8 5 2.8 3.4 2.8 1.7 5 .8 8 .8s5.2.9 5.2 2.6c0 1.6-1.8 2.8-5.2 4.4Z"
        stroke-linejoin="round"
      />
      <rect x="3.3" y="7.8" width="9.4" height="7.4" rx="1.4" fill={locked ? 'currentColor' : 'none'} />
    </svg>
  );
}
