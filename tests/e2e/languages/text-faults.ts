export interface Wanted {
  /** What people and portals wrote and no language changes, as the source of a pattern: names, hosts, codes. */
  readonly names: string;
  /** Where nothing but that stands, as a selector. */
  readonly elsewhere: string;
  /** Every other text is one of the pseudo-locale's. */
  readonly isPseudo: boolean;
}

/**
 * Runs in the page: texts that are not in the language shown, and texts that do not fit. What scrolls by itself may hold
 * more than it shows; a name may end in an ellipsis, a word of ours may not.
 */
export function textFaults({ names, elsewhere, isPseudo }: Wanted): string[] {
  const faults: string[] = [];
  const ours = (text: string) => text.replace(new RegExp(names, 'g'), '');
  const hasLetter = (text: string) => /\p{L}/u.test(text);
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element: Element) => [element.localName, ...element.classList].join('.');
  const short = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60);

  /** Of the pseudo-locale no English word is left: it marks every vowel. */
  function read(text: string, where: string): void {
    const own = ours(text);
    if (hasLetter(own) && (!/⟦[\s\S]*⟧/.test(own) || /[aeiouy]/i.test(own)))
      faults.push(`${where} is not translated: ${short(text)}`);
  }

  /** The box that a text leaves, or is cut by; null where it is inside all of them. */
  function leaves(text: Text): string | null {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const isName = !hasLetter(ours(text.data));
    for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
      const { display, overflowX, overflowY, textOverflow } = getComputedStyle(box);
      if (box.clientWidth === 1 && box.clientHeight === 1) return null; // for screen readers alone
      if (display === 'inline' || display === 'contents') continue;
      const edge = box.getBoundingClientRect();
      const isOut = left < edge.left - 1 || right > edge.right + 1;
      if (isOut && /auto|scroll/.test(overflowX)) return null;
      if (isOut) return isName && textOverflow === 'ellipsis' ? null : `${nameOf(box)} is too narrow`;
      if (/auto|scroll/.test(overflowY)) return null;
      if (bottom > edge.bottom + 3 || top < edge.top - 3) return `${nameOf(box)} is too low`;
    }
    return null;
  }

  /** What a box shows in one line and would cut without a word. */
  function fits(box: HTMLInputElement | HTMLSelectElement): boolean {
    const { font, paddingLeft, paddingRight } = getComputedStyle(box);
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = font;
    const isList = box instanceof HTMLSelectElement;
    const text = isList ? box.selectedOptions[0]?.text : box.value ? '' : box.placeholder;
    const arrow = isList ? 20 : 0;
    const room = box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - arrow;
    return pen.measureText(text ?? '').width <= room + 1;
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement!;
    if (!hasLetter(text.data) || !isShown(parent) || parent.closest('option')) continue;
    const where = leaves(text);
    if (where) faults.push(`${where} for: ${short(text.data)}`);
    if (isPseudo && !parent.closest(elsewhere)) read(text.data, nameOf(parent));
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element)) continue;
    for (const name of isPseudo ? ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'] : [])
      read(element.getAttribute(name) ?? '', `${nameOf(element)}[${name}]`);
    if ((element instanceof HTMLInputElement || element instanceof HTMLSelectElement) && !fits(element))
      faults.push(`${nameOf(element)} is too narrow for what it shows`);
  }
  if (isPseudo) read(document.title.replace(/^Lanyard$/, ''), 'title');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    faults.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth} px`);
  return faults;
}
