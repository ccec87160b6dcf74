// Six boxes that pass the focus on, take a pasted code whole, and are sent joined in the hidden field.
for (const group of document.querySelectorAll('[data-split]')) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('input[type=text]')]);
  const joined = /** @type {HTMLInputElement} */ (group.querySelector('input[type=hidden]'));

  const join = () => {
    joined.value = boxes.map((box) => box.value).join('');
  };

  /** @param {string} text @param {number} from */
  const spread = (text, from) => {
    const digits = text.replace(/\D/g, '').slice(0, boxes.length - from);
    [...digits].forEach((digit, index) => {
      const box = boxes[from + index];
      if (box) box.value = digit;
    });
    boxes[Math.min(from + digits.length, boxes.length - 1)]?.focus();
    join();
  };

  boxes.forEach((box, index) => {
    box.addEventListener('input', () => {
      const typed = box.value;
      box.value = '';
      if (typed) spread(typed, index);
      join();
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && !box.value) boxes[index - 1]?.focus();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      spread(event.clipboardData?.getData('text') ?? '', index);
    });
  });
}
