import type { SendsTo } from '../../utils/autofill/release';

/**
 * Where the box's form sends what is typed in it. A form answers to the names of its own boxes first, so nothing is
 * asked of the form itself but through the browser's own functions.
 */
export function sendsTo(box: HTMLInputElement): SendsTo {
  if (!box.form) return null;
  const told = [box.form, ...submittersOf(box)].map((sender, place) => {
    const [action, method] = place === 0 ? ['action', 'method'] : ['formaction', 'formmethod'];
    return (
      addressee(attribute(sender, action), box.baseURI) ?? (isGet(attribute(sender, method)) ? '' : null)
    );
  });
  return told.find(Boolean) ?? told.find((to) => to === '') ?? null;
}

/** Buttons that submit the box's form, wherever they stand. */
export function submittersOf(box: HTMLInputElement): HTMLButtonElement[] {
  const root = box.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll<HTMLButtonElement>('button,input')].filter(
    ({ form, type }) => form === box.form && /^(?:submit|image)$/.test(type),
  );
}

function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** The host of a strange origin; null for the page's own, and for what stays in the page. */
function addressee(action: string, base: string): string | null {
  if (!action || !URL.canParse(action, base)) return null;
  const { protocol, origin, host } = new URL(action, base);
  return protocol === 'javascript:' || origin === location.origin ? null : host || protocol;
}

/** Said in so many words: forms that scripts send often say nothing, which would mean the same. */
function isGet(method: string): boolean {
  return method.toLowerCase() === 'get';
}
