import type { Chance } from './chance.ts';
import { drawHtml } from './draw.ts';
import type { Kind } from './kinds.ts';
import { STORE_LINKS, someWords } from './texts.ts';

/** The set-up code has this id, the others this and a number. */
export const CODE_ID = 'code';

/** A set-up page as portals have them: a bar, a menu, a card with the code, a table, a photo, a lot of words. */
export async function pageHtml(
  chance: Chance,
  kind: Kind,
  text: string | null,
  photo: string,
): Promise<string> {
  const { drawing, dark = false, clutter = false } = kind;
  const ink = dark ? '#e6edf3' : '#1f2328';
  const page = dark ? '#0d1117' : chance.pick(['#fff', '#f6f8fa', '#f3f4f6']);
  const card = kind.ground ?? (dark ? '#161b22' : '#fff');
  const code = drawing && text ? await drawHtml(CODE_ID, text, drawing) : '';
  const stores = await Promise.all(
    STORE_LINKS.slice(0, kind.stores ?? 0).map((link, index) =>
      drawHtml(`${CODE_ID}${index}`, link, {
        kind: 'png',
        correction: 'medium',
        size: chance.pick([100, 120, 150]),
      }),
    ),
  );
  const room = `padding:${kind.room ?? 8}px;display:inline-block;line-height:0`;
  const icons = clutter
    ? Array.from({ length: 120 }, () => `<i class="${chance.pick(['eye', 'eye', 'ring', 'box'])}"></i>`)
    : [];
  const rows = Array.from(
    { length: clutter ? 30 : 6 },
    () =>
      `<tr><td><input type="checkbox"></td><td>${someWords(chance, 3)}</td><td>${chance.within(1000, 99_999)}</td><td>${clutter ? '<i class="eye"></i>' : someWords(chance, 2)}</td></tr>`,
  );
  const menu = Array.from({ length: 9 }, () => `<li><i class="box"></i>${someWords(chance, 2)}</li>`);
  const paragraph = (count: number) => `<p>${someWords(chance, count)}</p>`;
  return `<!doctype html><meta charset="utf-8"><style>
    * { box-sizing: border-box }
    body { margin: 0; font: ${chance.pick([14, 15, 16])}px/1.5 'DejaVu Sans', sans-serif; background: ${page}; color: ${ink} }
    header { height: 56px; padding: 16px 24px; background: ${dark ? '#010409' : chance.pick(['#24292f', '#1d4ed8', '#0f766e'])}; color: #fff }
    main { display: flex; gap: 24px; padding: 24px }
    aside { width: 200px; font-size: 13px } aside li { list-style: none; margin: 6px 0 }
    section { flex: 1; min-width: 0; max-width: 1100px }
    .card { background: ${card}; border: 1px solid #8886; border-radius: 8px; padding: 24px; margin-bottom: 20px }
    .photo { background: url(${photo}) center/cover }
    .box, .eye, .ring { display: inline-block; margin: 2px 6px 2px 2px; vertical-align: middle }
    .box { width: 16px; height: 16px; border: 2px solid; border-radius: 3px }
    .eye { width: 15px; height: 15px; border: 2px solid; padding: 2px; background: currentcolor content-box }
    .ring { width: 21px; height: 21px; border: 3px solid; border-radius: 50%; padding: 3px; background: currentcolor content-box }
    .rows td { border: 1px solid #8885; padding: 2px 8px; font-size: 12px }
    .digits input { width: 34px; height: 40px; margin: 3px }
  </style>
  <header><b>■ ${someWords(chance, 2)}</b></header>
  <main><aside><ul>${menu.join('')}</ul></aside><section>
    <div class="card${kind.photo ? ' photo' : ''}">
      <h1>Set up two-factor authentication</h1>${paragraph(30)}
      ${stores.map((store) => `<div style="${room};margin-right:${chance.pick([16, 40, 120])}px">${store}</div>`).join('')}
      <div><div style="${room}"><div style="display:inline-block;line-height:0;${kind.style ?? ''}">${code}</div></div></div>
      ${paragraph(18)}<p><code>${chance.text(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}</code></p>
      <div class="digits">${'<input>'.repeat(6)}</div>
    </div>
    <div class="card">${icons.join('')}<table class="rows">${rows.join('')}</table></div>
    <div class="card">${paragraph(50)}<img width="260" height="200" src="${photo}"></div>
    ${paragraph(80).repeat(4)}
  </section></main>`;
}
