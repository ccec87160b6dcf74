import encodeQR from 'qr';

/** A QR code as it is drawn: an SVG in which a module is one unit. */
export interface DrawnCode {
  readonly svg: string;
  /** Modules a side, quiet zone included. */
  readonly side: number;
}

/** Draws a text black on white with its quiet zone. Little error correction: a screen has no stains, and larger modules read better. */
export function drawCode(text: string): DrawnCode {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const side = rows.length;
  const path = rows.flatMap((row, down) =>
    runs(row).map(([from, length]) => `M${from} ${down}h${length}v1h-${length}z`),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path d="${path.join('')}"/></svg>`;
  return { svg, side };
}

/** Where the dark modules of a row begin, and how many stand together. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((dark, place) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === place) last[1]++;
    else found.push([place, 1]);
  });
  return found;
}
