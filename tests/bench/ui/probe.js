// @ts-nocheck: a page's own script, copied as it is.
/**
 * The first script of a measured popup page. Notes by the page's own clock when the first thing worth seeing was painted
 * (a code; in the control, which has none, the page itself), how long a key press takes, and whatever moves by itself.
 */
const CODE = /(?<!\d)\d{3}\s?\d{3}(?!\d)/;
const notes = { origin: performance.timeOrigin, codeAt: 0, paintedAt: 0, shift: 0, shifts: [], keys: [] };
globalThis.notes = notes;

/** A task of its own after the next frame was begun: what is in the page now has been drawn by then. */
const afterFrame = (work) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  });

const note = () => {
  notes.codeAt = performance.now();
  afterFrame(() => {
    notes.paintedAt = performance.now();
  });
};

const isControl = document.documentElement?.hasAttribute('data-control');
if (isControl) addEventListener('DOMContentLoaded', note);
else
  new MutationObserver((_, observer) => {
    const shown = [...document.querySelectorAll('.digits')].some(
      (digits) => CODE.test(digits.textContent) && digits.getBoundingClientRect().height > 0,
    );
    if (!shown) return;
    observer.disconnect();
    note();
  }).observe(document, { subtree: true, childList: true, characterData: true });

new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime } of list.getEntries()) {
    notes.shift += value;
    notes.shifts.push({ value, hadRecentInput, startTime });
  }
}).observe({ type: 'layout-shift', buffered: true });

/** From the key event's own time to the list as it is then, and to the task after the frame that shows it. */
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    const key = { updated: 0, frame: 0 };
    const observer = new MutationObserver(() => {
      key.updated = performance.now() - timeStamp;
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    afterFrame(() => {
      key.frame = performance.now() - timeStamp;
      observer.disconnect();
      notes.keys.push(key);
    });
  },
  true,
);
