/** Strokes on a 16 by 16 grid. */
const SHAPES = {
  lock: 'M4.5 7.5h7a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1Zm1-.2V5.2a2.5 2.5 0 0 1 5 0v2.1',
  settings:
    'M2.5 4.5h6m3.5 0h1.5m-11 7H4m3.5 0h6M10.2 2.9a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM5.7 9.9a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z',
  plus: 'M8 3.5v9M3.5 8h9',
  check: 'm3.5 8.5 3 3 6-7',
  forward: 'm6 3.5 4.5 4.5L6 12.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  warn: 'M8 3 2.5 12.5h11L8 3Zm0 3.8v2.6m0 1.7v.1',
  undo: 'M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  show: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  hide: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM3 13 13 3',
  pin: 'M5.8 2.5h4.4l-.7 4 2 2.1v1.2h-7V8.6l2-2.1-.7-4ZM8 9.8v4',
  window: 'M3 3.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM2 6.2h12',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decoration only; the control around it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
