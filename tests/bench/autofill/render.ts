import { type Html, html, nothing } from '../../clinic/html.ts';
import { type Field, type Form, isShown } from './table.ts';

/** Straight in the page, in two nested open shadow roots, or in a frame of the same host. */
export type Placement = 'page' | 'shadow' | 'frame';

/** Below the path of the page it is in. */
export const FRAME = '/frame';

/**
 * A row of the table as pages, by path: title, headings, words, boxes, buttons, in that order. Nothing here knows how
 * boxes are found. The one mark of ours, `data-box`, is how values are read back: see {@link VALUES}.
 */
export function renderForm(form: Form, placement: Placement, path: string): Map<string, string> {
  // Where the row has no title the page has none: a name of ours would be read as one of its words.
  const title = form.page_title ?? '';
  const content = renderContent(form);
  const script = splitBoxes(form).size > 0 ? inline(SPREAD) : nothing;
  const deep = placement === 'shadow' || form.structure === 'shadow-dom';
  const body = deep
    ? html`<x-outer></x-outer>${inline(`(${nest})(${JSON.stringify(`<style>${STYLE}</style>${content.markup}`).replaceAll('<', '\\u003c')})`)}${script}`
    : html`${content}${script}`;
  const whole = renderDocument(form, title, body);
  if (placement !== 'frame') return new Map([[path, whole]]);
  const outer = html`<iframe src="${path}${FRAME}" width="620" height="760"></iframe>`;
  return new Map([
    [path, renderDocument(form, title, outer)],
    [`${path}${FRAME}`, whole],
  ]);
}

function renderDocument({ language }: Form, title: string, body: Html): string {
  return html`<!doctype html><html lang="${language ?? 'en'}"><head><meta charset="utf-8"><title>${title}</title>
<style>${{ markup: STYLE }}</style></head><body>${body}</body></html>`.markup;
}

function renderContent(form: Form): Html {
  const buttons = form.buttons.map(
    ({ text, type, name, id }) => html`<button${attributes({ type, name, id })}>${text}</button>`,
  );
  // What a label, a heading or a button says is not said twice.
  const said = new Set(
    [...form.headings, ...form.fields.map(({ label }) => label), ...form.buttons.map(({ text }) => text)].map(
      plain,
    ),
  );
  const words = form.text.filter((text) => !said.has(plain(text))).map((text) => html`<p>${text}</p>`);
  const headings = form.headings.map((text, place) =>
    place === 0 ? html`<h1>${text}</h1>` : html`<h2>${text}</h2>`,
  );
  const drawing = form.qr && html`<img alt="" width="160" height="160" src="${EMPTY_PICTURE}">`;
  const inner = html`${drawing}${words}${renderFields(form)}${buttons}`;
  // A component that was recorded alone stands in no form.
  const alone = form.form_action === null && !form.buttons.length && !words.length && !headings.length;
  return html`<main>${headings}${alone ? inner : html`<form method="post" action="/sent">${inner}</form>`}</main>`;
}

function renderFields(form: Form): Html[] {
  const split = splitBoxes(form);
  const labelled = new Set<string>();
  const blocks: Html[] = [];
  for (let index = 0; index < form.fields.length; index++) {
    const field = form.fields[index]!;
    if (!split.has(index)) {
      blocks.push(renderField(form, field, index, labelled));
      continue;
    }
    const row: Html[] = [];
    const from = index;
    for (; split.has(index); index++) row.push(control(form.fields[index]!, index));
    index--;
    const label = form.fields.slice(from, index + 1).find((each) => each.label)?.label;
    blocks.push(html`<div class="field">${label && html`<label for="${field.id}">${label}</label>`}
<div class="row">${row}</div></div>`);
  }
  return blocks;
}

function renderField(form: Form, field: Field, index: number, labelled: Set<string>): Html {
  const box = control(field, index);
  if (field.type?.toLowerCase() === 'hidden') return box;
  if (form.structure === 'single-overlay' && form.expected.candidate_fields.includes(index) && isShown(field))
    return html`<div class="overlay"><div class="slots" aria-hidden="true">${Array(field.maxlength ?? 6).fill(html`<div></div>`)}</div>${box}</div>`;
  // An id belongs to one label; a box without one is wrapped by it.
  const named = field.id && !labelled.has(field.id);
  if (field.label && field.id) labelled.add(field.id);
  const inner = !field.label
    ? box
    : named
      ? html`<label for="${field.id}">${field.label}</label>${box}`
      : html`<label>${field.label} ${box}</label>`;
  return html`<div class="field${field.hidden && ' away'}">${inner}</div>`;
}

/** Boxes that stand in one row, a digit each. */
function splitBoxes({ structure, fields, expected }: Form): Set<number> {
  const boxes = new Set([...expected.candidate_fields, ...expected.fields]);
  if (!structure.startsWith('split-') && boxes.size < 3) return new Set();
  return new Set([...boxes].filter((index) => isShown(fields[index]!)));
}

function control(field: Field, index: number): Html {
  const all = attributes({
    type: field.tag === 'input' ? field.type : null,
    name: field.name,
    id: field.id,
    class: field.class,
    autocomplete: field.autocomplete,
    inputmode: field.inputmode,
    pattern: field.pattern,
    maxlength: field.maxlength,
    minlength: field.minlength,
    placeholder: field.placeholder,
    'aria-label': field.aria_label,
    title: field.title,
    readonly: field.readonly ? '' : null,
    disabled: field.disabled ? '' : null,
    'data-box': index,
  });
  if (field.tag === 'select')
    return html`<select${all}><option value=""></option><option>1</option><option>2</option></select>`;
  if (field.tag === 'textarea') return html`<textarea${all}></textarea>`;
  return html`<input${all}>`;
}

function attributes(all: Readonly<Record<string, string | number | null | undefined>>): Html[] {
  return Object.entries(all).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : html` ${name}="${value}"`,
  );
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

const inline = (script: string): Html => ({ markup: `<script>${script}</script>` });

const EMPTY_PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

const STYLE = `body{margin:0;font:16px/1.4 sans-serif;background:#f3f4f6}
main{max-width:480px;margin:32px auto;padding:24px;background:#fff;border:1px solid #ccc}
.field{margin:12px 0}.away{display:none}label{display:block}
input:not([type=checkbox],[type=radio],[type=hidden]),select,textarea{box-sizing:border-box;width:300px;height:40px;padding:4px}
.row{display:flex;gap:8px}.row input:not([type=hidden]){width:46px!important;height:48px!important;text-align:center}
.overlay{position:relative;width:312px;height:48px;margin:12px 0}.slots{position:absolute;inset:0;display:flex;gap:8px}
.slots div{width:42px;height:46px;border:1px solid #777}
.overlay input{position:absolute!important;inset:0;width:100%!important;height:100%!important;border:0;color:transparent;background:none;caret-color:transparent}
button{margin:8px 8px 8px 0;padding:8px 14px}`;

/** Runs in the page. */
const nest = `(content) => {
  const outer = document.querySelector('x-outer').attachShadow({ mode: 'open' });
  const inner = outer.appendChild(document.createElement('x-inner')).attachShadow({ mode: 'open' });
  inner.innerHTML = content;
}`;

/** Runs in the page: every element, through open shadow roots and frames of the same host. */
const everything = `function* everything(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
    if (element.localName === 'iframe' && element.contentDocument) yield* everything(element.contentDocument);
  }
}`;

/** Runs in the page: a row does what such rows do. A digit moves on, a pasted code is spread, an overlong box keeps the last. */
const SPREAD = `{ ${everything}
  for (const row of everything(document)) {
    if (!row.matches('.row')) continue;
    const boxes = [...row.querySelectorAll('input')];
    boxes.forEach((box, place) => {
      box.addEventListener('input', () => {
        if (box.value.length > 1) box.value = box.value.slice(-1);
        if (box.value) boxes[place + 1]?.focus();
      });
      box.addEventListener('keydown', ({ key }) => {
        if (key === 'Backspace' && !box.value) boxes[place - 1]?.focus();
      });
      box.addEventListener('paste', (event) => {
        const digits = (event.clipboardData?.getData('text') ?? '').replace(/\\D/g, '');
        if (!digits) return;
        event.preventDefault();
        for (const [step, digit] of [...digits].entries()) {
          const target = boxes[place + step];
          if (!target) break;
          target.value = digit;
          target.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
    });
  }
}`;

/** An expression for the page: what is in its boxes, by the index of each; empty ones are left out. */
export const VALUES = `(() => { ${everything}
  const values = {};
  for (const element of everything(document)) {
    const index = element.dataset?.box;
    if (index === undefined) continue;
    const value = /^(?:checkbox|radio)$/.test(element.type) ? (element.checked ? 'on' : '') : element.value;
    if (value !== '') values[index] = value;
  }
  return values;
})()`;
