import { eachPlace, keep, mount, name } from './kit/prompt.js';

/* Split boxes of the old kind: the next one is taken on keyup, the code is read on change. No paste. */
mount.innerHTML = `<div class="digits">${eachPlace
  .map(
    (place) => `<input class="digit" type="text" id="${name}${place}" name="${name}${place}" maxlength="1">`,
  )
  .join('')}</div>`;
const boxes = [...mount.querySelectorAll('input')];
for (const [place, box] of boxes.entries()) {
  box.addEventListener('keyup', () => box.value && boxes[place + 1]?.focus());
  box.addEventListener('change', () => keep(boxes.map(({ value }) => value).join('')));
}
