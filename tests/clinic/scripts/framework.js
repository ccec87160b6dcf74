// A controlled input in the manner of the large frameworks: the state is the truth, the box only shows it. What a
// script assigns to `.value` is remembered as already known, so the input event after it reports no change, and
// what arrives without an event is painted over.
const native = /** @type {Required<PropertyDescriptor>} */ (
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
);

for (const root of document.querySelectorAll('[data-framework]')) {
  const box = /** @type {HTMLInputElement} */ (root.querySelector('input[type=text]'));
  const sent = /** @type {HTMLInputElement} */ (root.querySelector('input[type=hidden]'));
  let state = '';
  let known = '';

  Object.defineProperty(box, 'value', {
    get: () => native.get.call(box),
    set: (value) => {
      known = String(value);
      native.set.call(box, value);
    },
  });

  const render = () => {
    if (box.value !== state) box.value = state;
    sent.value = state;
  };

  box.addEventListener('input', () => {
    if (box.value === known) return;
    known = box.value;
    state = box.value.replace(/\D/g, '');
    render();
  });
  box.form?.addEventListener('submit', render);
  setInterval(render, 200);
}
