import type { PageBlock } from '../vault/find-recovery-codes';
import { runInPage } from './run-in-page';

/** The parts of a page that might be a list of codes, and what it says of itself as a whole. */
export interface PageBlocks {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** @throws Failure as `runInPage` */
export const readBlocks = (tabId: number): Promise<PageBlocks> => runInPage(tabId, listBlocks);

/**
 * Runs in the page, so it must stand alone. Everything that is shown, has something like a code in it, and is no larger
 * than a list of codes: from the smallest part to what is round it. In open shadow roots and the page's own frames too.
 */
function listBlocks(): PageBlocks {
  const MOST_BLOCKS = 300;
  const MOST_NODES = 30_000;
  const MOST_CHARACTERS = 4_000;
  const LEVELS = 5;
  const MIGHT_BE = /[\p{L}\p{N}]{4}/u;
  const COPIED = '[data-clipboard-text],[data-clipboard],[data-copy],[data-copy-text]';
  const HEADING = 'h1,h2,h3,h4,h5,h6,legend,caption,th,[role=heading]';
  const SKIPPED = 'script,style,noscript,template,option,button,nav,footer';
  const blocks: { text: string; near: string }[] = [];
  const headings: string[] = [];
  const boxes: string[] = [];
  const taken = new Set<Element>();
  let nodes = 0;

  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  /** Up to the heading that a part of the page stands under, and no further. */
  function wordsBefore(element: Element): string {
    const said = ['id', 'class', 'aria-label'].map((name) =>
      (element.getAttribute(name) ?? '').replace(/[-_]/g, ' '),
    );
    let at: Element | null = element;
    let length = 0;
    for (let level = 0; at && level < 5 && length < 400; level++, at = at.parentElement)
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (!before.checkVisibility()) continue;
        const text = plain((before as HTMLElement).innerText).slice(-300);
        length += text.length;
        said.push(text);
        if (before.matches(HEADING) || before.querySelector(HEADING) || length >= 400)
          return plain(said.join(' '));
      }
    return plain(said.join(' '));
  }

  /** A used code is often only struck through; said in a word it is read as well. */
  function linesOf(element: HTMLElement): string {
    const struck = [...element.querySelectorAll<HTMLElement>('s,del,strike,[style*="line-through"]')];
    const text = element.innerText;
    return struck.reduce((lines, { innerText }) => {
      const code = innerText.trim();
      return code ? lines.replace(code, `${code} (used)`) : lines;
    }, text);
  }

  /** Each text by itself: what is laid out side by side runs together otherwise. */
  function piecesOf(element: HTMLElement): string {
    const pieces: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && pieces.length < 400; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder || holder.closest(SKIPPED) || !holder.checkVisibility()) continue;
      const used = holder.closest('s,del,strike,[style*="line-through"]') ? ' (used)' : '';
      if (plain(node.nodeValue)) pieces.push(plain(node.nodeValue) + used);
    }
    return pieces.join('\n');
  }

  function take(text: string, near: string): void {
    if (blocks.length >= MOST_BLOCKS || text.length > MOST_CHARACTERS || !MIGHT_BE.test(text)) return;
    blocks.push({ text, near });
  }

  function lookRound(node: Node): void {
    let at = node.parentElement as HTMLElement | null;
    for (let level = 0; at && level < LEVELS && !taken.has(at); level++, at = at.parentElement) {
      taken.add(at);
      if (at.closest(SKIPPED) || !at.checkVisibility()) return;
      if ((at.textContent ?? '').length > 2 * MOST_CHARACTERS) return;
      const near = `${wordsBefore(at)} ${plain(at.innerText).slice(0, 200)}`;
      take(linesOf(at), near);
      if (at.childElementCount > 1) take(piecesOf(at), near);
    }
  }

  function lookAt(element: HTMLElement): void {
    if (/^(?:h[1-4]|legend|caption)$/.test(element.localName) && element.checkVisibility())
      headings.push(plain(element.innerText).slice(0, 120));
    const box = element as HTMLInputElement;
    if (element.localName === 'textarea' && box.checkVisibility()) take(box.value, wordsBefore(element));
    if (element.localName === 'input' && box.readOnly && box.checkVisibility()) boxes.push(box.value);
    if (element.matches(COPIED))
      for (const { name, value } of element.attributes)
        if (/^data-(?:clipboard|copy)/.test(name)) take(value, wordsBefore(element));
    if (element.shadowRoot) look(element.shadowRoot);
    const inner = element.localName === 'iframe' && (element as HTMLIFrameElement).contentDocument;
    if (inner) look(inner);
  }

  function look(root: Document | ShadowRoot): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && nodes < MOST_NODES; node = walker.nextNode(), nodes++)
      if (node.nodeType === Node.ELEMENT_NODE) lookAt(node as HTMLElement);
      else if (/[\p{L}\p{N}]{3}/u.test(node.nodeValue ?? '')) lookRound(node);
  }

  look(document);
  if (boxes.length > 1) take(boxes.join('\n'), '');
  return { title: [document.title, ...headings.slice(0, 20)].join(' · ').slice(0, 1_000), blocks };
}
