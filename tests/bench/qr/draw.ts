import encodeQR from 'qr';
import sharp from 'sharp';

export type Correction = 'low' | 'medium' | 'quartile' | 'high';

/** How one code is drawn. */
export interface Drawing {
  readonly kind:
    | 'png'
    | 'jpeg'
    | 'svg'
    | 'canvas'
    | 'background'
    | 'table'
    | 'half blocks'
    | 'characters'
    | 'styled';
  readonly correction: Correction;
  /** CSS pixels a side, where the kind has a size of its own. */
  readonly size: number;
  /** Modules of the quiet zone. */
  readonly margin?: number;
  readonly dark?: string;
  /** `none` is transparent. */
  readonly light?: string;
  /** Text: CSS pixels, and its line height. */
  readonly font?: number;
  readonly lineHeight?: number;
  /** What stands for a dark module. */
  readonly character?: string;
  readonly dots?: 'square' | 'dot' | 'rounded';
  readonly eyes?: 'square' | 'dot' | 'rounded';
  /** Share of the side that a logo takes up; what is under it is left out. */
  readonly logo?: number;
}

/** Dark is true. */
type Modules = readonly (readonly boolean[])[];

export function modulesOf(text: string, correction: Correction, margin: number): Modules {
  const drawn = encodeQR(text, 'raw', { ecc: correction, border: Math.max(1, margin) });
  // The encoder always draws a border; it is cut off where none is wanted.
  return margin === 0 ? drawn.slice(1, -1).map((row) => row.slice(1, -1)) : drawn;
}

/** One element with this id. */
export async function drawHtml(id: string, text: string, drawing: Drawing): Promise<string> {
  const { kind, correction, size } = drawing;
  const isText = kind === 'half blocks' || kind === 'characters';
  const modules = modulesOf(text, correction, drawing.margin ?? (isText || kind === 'table' ? 2 : 4));
  switch (kind) {
    case 'svg':
      return svgOf(id, size, modules, drawing, (x, y) => `M${x},${y}h1v1h-1z`);
    case 'styled':
      return drawStyled(id, modules, drawing);
    case 'canvas':
      return drawCanvas(id, modules, drawing);
    case 'table':
      return drawTable(id, modules, drawing);
    case 'half blocks':
    case 'characters':
      return drawText(id, modules, drawing);
    case 'background':
      return `<div id="${id}" style="width:${size}px;height:${size}px;background:url(${await pictureOf(modules, drawing)}) 0 0/100% 100%"></div>`;
    default:
      return `<img id="${id}" width="${size}" height="${size}" src="${await pictureOf(modules, drawing)}">`;
  }
}

async function pictureOf(modules: Modules, { kind, dark = '#000000', light = '#ffffff' }: Drawing) {
  const scale = 5;
  const side = modules.length * scale;
  const [darkPixel, lightPixel] = [pixelOf(dark), pixelOf(light)];
  const data = Buffer.alloc(side * side * 4);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      data.set(
        modules[Math.floor(y / scale)]![Math.floor(x / scale)] ? darkPixel : lightPixel,
        (y * side + x) * 4,
      );
  const picture = sharp(data, { raw: { width: side, height: side, channels: 4 } });
  if (kind !== 'jpeg') return `data:image/png;base64,${(await picture.png().toBuffer()).toString('base64')}`;
  const file = await picture.flatten({ background: '#fff' }).jpeg({ quality: 60 }).toBuffer();
  return `data:image/jpeg;base64,${file.toString('base64')}`;
}

function pixelOf(colour: string): number[] {
  if (colour === 'none') return [0, 0, 0, 0];
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).concat(255);
}

function svgOf(
  id: string,
  size: number,
  modules: Modules,
  { dark = '#000000', light = '#ffffff' }: Drawing,
  draw: (x: number, y: number) => string,
  more = '',
): string {
  const side = modules.length;
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? draw(x, y) : ''))).join('');
  const ground = light === 'none' ? '' : `<path fill="${light}" d="M0,0h${side}v${side}H0z"/>`;
  return `<svg id="${id}" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}">${ground}<path fill="${dark}" d="${path}"/>${more}</svg>`;
}

const DOTS = {
  square: (x: number, y: number) => `M${x},${y}h1v1h-1z`,
  dot: (x: number, y: number) => `M${x},${y + 0.5}a.45,.45 0 1 0 .9,0a.45,.45 0 1 0 -.9,0z`,
  rounded: (x: number, y: number) =>
    `M${x + 0.3},${y}h.4a.3,.3 0 0 1 .3,.3v.4a.3,.3 0 0 1 -.3,.3h-.4a.3,.3 0 0 1 -.3,-.3v-.4a.3,.3 0 0 1 .3,-.3z`,
};

/** As libraries for pretty codes draw them: dots for modules, finders as rings, a logo with room round it. */
function drawStyled(id: string, modules: Modules, drawing: Drawing): string {
  const { size, dots = 'square', eyes = 'square', dark = '#000000', logo = 0 } = drawing;
  const side = modules.length;
  const margin = modules.findIndex((row) => row.some(Boolean));
  const [low, high] = [margin, side - margin - 7];
  const corners = [
    [low, low],
    [high, low],
    [low, high],
  ] as const;
  const isEye = (x: number, y: number) =>
    corners.some(([left, top]) => x >= left && x < left + 7 && y >= top && y < top + 7);
  const isLogo = (x: number, y: number) =>
    Math.max(Math.abs(x + 0.5 - side / 2), Math.abs(y + 0.5 - side / 2)) < (logo * side) / 2;
  const left = modules.map((row, y) => row.map((isDark, x) => isDark && !isEye(x, y) && !isLogo(x, y)));
  const radius = { square: 0, rounded: 2, dot: 3.5 }[eyes];
  const eye = ([x, y]: readonly [number, number]) =>
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="6" height="6" rx="${Math.max(0, radius - 0.5)}" fill="none" stroke="${dark}"/>` +
    `<rect x="${x + 2}" y="${y + 2}" width="3" height="3" rx="${Math.min(1.5, radius)}" fill="${dark}"/>`;
  const mark = logo
    ? `<circle cx="${side / 2}" cy="${side / 2}" r="${(logo * side) / 2 - 0.7}" fill="#6d28d9"/>`
    : '';
  return svgOf(id, size, left, drawing, DOTS[dots], corners.map(eye).join('') + mark);
}

function drawCanvas(id: string, modules: Modules, { size, dark = '#000000', light = '#ffffff' }: Drawing) {
  const rows = modules.map((row) => row.map(Number).join('')).join('|');
  return `<canvas id="${id}" width="${size}" height="${size}"></canvas><script>{
    const canvas = document.getElementById('${id}'), context = canvas.getContext('2d');
    const rows = '${rows}'.split('|'), side = ${size} / rows.length;
    context.fillStyle = '${light}'; context.fillRect(0, 0, ${size}, ${size}); context.fillStyle = '${dark}';
    rows.forEach((row, y) => [...row].forEach((dark, x) => {
      if (dark === '0') return;
      const left = Math.round(x * side), top = Math.round(y * side);
      context.fillRect(left, top, Math.round((x + 1) * side) - left, Math.round((y + 1) * side) - top);
    }));
  }</script>`;
}

function drawTable(id: string, modules: Modules, { size, dark = '#000000', light = '#ffffff' }: Drawing) {
  const side = Math.max(2, Math.round(size / modules.length));
  const cell = (isDark: boolean) =>
    `<td style="padding:0;width:${side}px;height:${side}px;background:${isDark ? dark : light}"></td>`;
  const rows = modules.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table id="${id}" cellpadding=0 style="border-collapse:collapse;table-layout:fixed;width:${side * modules.length}px">${rows}</table>`;
}

function drawText(
  id: string,
  modules: Modules,
  { kind, font, lineHeight, character, dark, light }: Drawing,
): string {
  const lines =
    kind === 'characters'
      ? modules.map((row) => row.map((isDark) => (isDark ? character : '  ')).join(''))
      : modules.flatMap((row, y) =>
          y % 2 ? [] : row.map((isDark, x) => halfBlock(isDark, modules[y + 1]?.[x] ?? false)).join(''),
        );
  return `<pre id="${id}" style="display:inline-block;margin:0;font:${font}px/${lineHeight} 'DejaVu Sans Mono',monospace;color:${dark};background:${light}">${lines.join('\n')}</pre>`;
}

function halfBlock(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
