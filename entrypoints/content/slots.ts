import { LEAST_OPACITY, opacityOf } from './opacity';

export const LEAST_WIDTH = 20;
export const LEAST_HEIGHT = 12;

/** Too small to be used by itself. */
export function isSpeck(box: Element): boolean {
  const { width, height } = box.getBoundingClientRect();
  return width < LEAST_WIDTH || height < LEAST_HEIGHT;
}

/** The box itself, or what is typed in it. */
export function isSeeThrough(box: Element): boolean {
  return opacityOf(box) < LEAST_OPACITY || /^rgba.*, 0\)$|\/ 0\)$/.test(getComputedStyle(box).color);
}

/**
 * Component libraries lay one see-through box over drawn slots, or leave a speck of one among them that has the focus
 * for them all and says what it is for: the slots are what a person sees of it.
 * @returns where the slots are, left to right; empty where the page draws none for this box alone
 */
export function slotsOf(box: Element): DOMRect[] {
  if (!isSeeThrough(box)) return [];
  const speck = isSpeck(box);
  if (speck && box.getAttribute('autocomplete') !== 'one-time-code') return [];
  let container = box.parentElement;
  for (let level = 0; container && level < (speck ? 1 : 3); level++, container = container.parentElement) {
    const others = [...container.querySelectorAll('input,textarea,select')].filter((other) => other !== box);
    if (!others.every(isSpacer)) return [];
    const slots = slotsIn(container, box, (speck ? container : box).getBoundingClientRect());
    if (slots.length > 0) return slots;
  }
  return [];
}

/** A box that neither eye, key nor screen reader finds only holds a slot open. */
function isSpacer(box: Element): boolean {
  return box.matches('[aria-hidden=true][tabindex="-1"]') && opacityOf(box) === 0;
}

/** Slots are alike and lie side by side; what is drawn inside one has its middle and is counted with it. */
function slotsIn(container: Element, box: Element, over: DOMRect): DOMRect[] {
  const drawn = [...container.querySelectorAll('*')]
    .filter((part) => part !== box && opacityOf(part) >= LEAST_OPACITY)
    .map((part) => part.getBoundingClientRect())
    .filter((part) => isSlot(part, over));
  for (const size of [null, ...new Set(drawn.map(({ width }) => Math.round(width)))]) {
    const alike = drawn.filter(({ width }) => size === null || Math.round(width) === size);
    const slots = new Map(alike.map((slot) => [Math.round(slot.left + slot.width / 2), slot]));
    if (slots.size >= 4 && slots.size <= 10) return [...slots.values()];
  }
  return [];
}

function isSlot({ left, top, width, height }: DOMRect, over: DOMRect): boolean {
  const middle = left + width / 2;
  const inside = middle > over.left && middle < over.right && top < over.bottom && top + height > over.top;
  return inside && Math.min(width, height) >= LEAST_HEIGHT && width <= over.width / 3;
}
