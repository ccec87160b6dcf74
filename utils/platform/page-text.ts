import type { PageText } from '../otp/page-keys';
import { runInPage } from './run-in-page';

/** What of a page's text might be a key: short pieces, each with the words beside it. */
export interface PageTexts {
  readonly title: string;
  readonly texts: readonly PageText[];
}

/** @throws Failure as `runInPage` */
export const readKeyTexts = (tabId: number): Promise<PageTexts> => runInPage(tabId, listKeyTexts);

/**
 * Runs in the page, so it must stand alone. Shown text, what buttons copy, links, and boxes that a person cannot have
 * typed in; in open shadow roots and in frames of the page's own too.
 */
function listKeyTexts(): PageTexts {
  const MOST_TEXTS = 60;
  const MOST_NODES = 30_000;
  const MOST_CHARACTERS = 300;
  const MIGHT_BE =
    /otpauth:|[A-Za-z2-7]{16}|(?:[A-Z2-7]{2,8}[\s\u00ad\u200b-\u200d\u2010-\u2015_-]+){2}|^\s*(?:[a-z2-7]{2,8}[\s\u00ad\u200b-\u200d\u2010-\u2015_-]+){2}/;
  const COPIED = [
    'data-clipboard-text',
    'data-clipboard',
    'data-copy',
    'data-copy-text',
    'data-secret',
    'data-key',
  ];
  const SKIPPED = 'script,style,noscript,template,option';
  const texts: { text: string; near: string }[] = [];
  const taken = new Set<Element>();
  let nodes = 0;

  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  function wordsNear(element: Element): string {
    const said: string[] = [];
    const labels = (element as HTMLInputElement).labels ?? [];
    for (const label of labels) said.push(label.textContent ?? '');
    let at: Element | null = element;
    for (let level = 0; at && level < 3; level++) {
      for (const name of ['id', 'class', 'name', 'title', 'aria-label', 'data-testid'])
        if (level < 2) said.push((at.getAttribute(name) ?? '').replace(/[-_]/g, ' '));
      let length = 0;
      for (let before = at.previousSibling; before && length < 120; before = before.previousSibling) {
        const text = /^(?:script|style)$/i.test(before.nodeName) ? '' : plain(before.textContent);
        length += text.length;
        said.push(text.slice(-160));
      }
      if (at.matches('li,tr,section,form,fieldset,dialog,article')) break;
      at = at.parentElement;
    }
    return plain(said.join(' ')).slice(0, 600);
  }

  function take(text: string | null | undefined, element: Element): void {
    const line = (text ?? '').replace(/[^\S\n]+/g, ' ').trim();
    if (texts.length >= MOST_TEXTS || line.length < 16 || line.length > MOST_CHARACTERS) return;
    if (MIGHT_BE.test(line)) texts.push({ text: line, near: wordsNear(element) });
  }

  function lookAt(element: Element): void {
    for (const name of COPIED) if (element.hasAttribute(name)) take(element.getAttribute(name), element);
    const href = element.getAttribute('href') ?? '';
    if (/^otpauth:/i.test(href) && href.length <= 2048) texts.push({ text: href, near: '' });
    const box = element as HTMLInputElement;
    if (/^(?:input|textarea)$/.test(element.localName) && (box.readOnly || box.disabled))
      take(box.value, box);
  }

  /** A key may be drawn in several pieces: the element round them, and the one round that, is read as a whole. */
  function lookRound(node: Node): void {
    let at = node.parentElement as HTMLElement | null;
    for (let level = 0; at && level < 3 && !taken.has(at); level++, at = at.parentElement) {
      taken.add(at);
      if (at.matches(SKIPPED) || !at.checkVisibility()) return;
      if (at.childElementCount > 40 || (at.textContent ?? '').length > 3 * MOST_CHARACTERS) return;
      take(at.innerText, at);
    }
  }

  function look(root: Document | ShadowRoot): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && nodes < MOST_NODES; node = walker.nextNode(), nodes++) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element;
        lookAt(element);
        if (element.shadowRoot) look(element.shadowRoot);
        if (element.localName === 'iframe') {
          const inner = (element as HTMLIFrameElement).contentDocument;
          if (inner) look(inner);
        }
      } else if (/[A-Z2-7]{2}|[a-z2-7]{4}/.test(node.nodeValue ?? '')) lookRound(node);
    }
  }

  look(document);
  return { title: plain(document.title).slice(0, 200), texts };
}
