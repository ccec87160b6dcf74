/** The boxes of a page that can be typed in, in its order, and the open shadow roots they were looked for in. */
export interface FoundBoxes {
  readonly boxes: HTMLInputElement[];
  readonly roots: ShadowRoot[];
}

const TYPED = /^(?:text|tel|number|password|email)$/;

/**
 * Boxes, and what may host a shadow root. A selector cannot ask for hosts, and looking at every element of a large
 * page takes too long; so the plain ones are passed over by name, unless they hold nothing of their own.
 */
const BOXES_AND_HOSTS =
  'input,:empty,:not(div,span,li,p,a,td,th,tr,option,label,i,b,em,strong,svg,svg *,section,h2,h3,ul,button,img)';

export function findBoxes(page: Document): FoundBoxes {
  const boxes: HTMLInputElement[] = [];
  const roots: ShadowRoot[] = [];
  const search = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll(BOXES_AND_HOSTS)) {
      if (element instanceof HTMLInputElement) {
        if (TYPED.test(element.type)) boxes.push(element);
      } else enter(element.shadowRoot);
    }
    // A host that was passed over shows itself when what it holds has the focus.
    enter(root.activeElement?.shadowRoot);
  };
  const enter = (root: ShadowRoot | null | undefined) => {
    if (!root || roots.includes(root)) return;
    roots.push(root);
    search(root);
  };
  search(page);
  return { boxes, roots };
}
