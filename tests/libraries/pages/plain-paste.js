import { eachPlace, keep, mount, name } from './kit/prompt.js';

/* Split boxes that take a paste on their container, each in a cell of its own, joined in a hidden field. */
mount.innerHTML = `<fieldset class="digits"><legend>Verification code</legend>${eachPlace
  .map(
    (place) =>
      `<div><input class="digit" type="text" inputmode="numeric" maxlength="1" aria-label="Digit ${place + 1}"></div>`,
  )
  .join('')}</fieldset><input type="hidden" name="${name}">`;
const boxes = [...mount.querySelectorAll('input:not([type=hidden])')];
const read = () => {
  const code = boxes.map(({ value }) => value).join('');
  mount.querySelector('[type=hidden]').value = code;
  keep(code);
};
mount.addEventListener('paste', (event) => {
  event.preventDefault();
  const digits = event.clipboardData.getData('text').replace(/\D/g, '');
  for (const [place, box] of boxes.entries()) box.value = digits[place] ?? '';
  read();
});
mount.addEventListener('input', ({ target }) => {
  read();
  if (target.value) boxes[boxes.indexOf(target) + 1]?.focus();
});
