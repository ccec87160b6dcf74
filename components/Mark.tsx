/** The mark: a ribbon and the card that hangs from it; filled, with a keyhole, while locked. As in `public/icon`. */
export function Mark({ size, locked = false }: { size: number; locked?: boolean }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 0h2.8L8 4.3 11.2 0H14L9.4 6.3H6.6Z" />
      <path fill-rule="evenodd" d={CARD + (locked ? KEYHOLE : WINDOW)} />
    </svg>
  );
}

const CARD = 'M5 6h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z';
const KEYHOLE = 'M8 8.1a1.7 1.7 0 0 0-.95 3.1l-.45 2.7h2.8l-.45-2.7A1.7 1.7 0 0 0 8 8.1Z';
const WINDOW = 'M5 7.8a.2.2 0 0 0-.2.2v6c0 .1.1.2.2.2h6a.2.2 0 0 0 .2-.2V8a.2.2 0 0 0-.2-.2Z';
