/** Ancestors in the tree a person sees: out through open shadow roots, and through frames of the page's own origin. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let above = parentOf(element); above; above = parentOf(above)) yield above;
}

function parentOf(element: Element): Element | null {
  const { assignedSlot, parentElement } = element;
  if (assignedSlot || parentElement) return assignedSlot ?? parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  // Null where the page round the frame is another's.
  return (root as Document).defaultView?.frameElement ?? null;
}

/** What stands in an element in the tree a person sees: what its open shadow root shows, or was put in its slot. */
export function childrenOf(element: Element): Iterable<ChildNode> {
  const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  return slotted.length > 0 ? (slotted as ChildNode[]) : (element.shadowRoot ?? element).childNodes;
}

export function nearestAbove(element: Element, selector: string): Element | undefined {
  for (const above of ancestorsOf(element)) if (above.matches(selector)) return above;
  return undefined;
}
