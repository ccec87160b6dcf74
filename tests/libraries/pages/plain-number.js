import { eachPlace, keep, mount, name } from './kit/prompt.js';

/* Split boxes of type number, where maxlength means nothing: a script cuts what is too long, and hands it on. */
mount.innerHTML = `<div class="digits" role="group" aria-label="Authentication code">${eachPlace
  .map((place) => `<input class="digit" type="number" min="0" max="9" name="${name}[${place}]">`)
  .join('')}</div>`;
const boxes = [...mount.querySelectorAll('input')];
mount.addEventListener('input', ({ target }) => {
  const place = boxes.indexOf(target);
  if (target.value.length > 1) target.value = target.value.slice(0, 1);
  if (target.value) boxes[place + 1]?.focus();
  keep(boxes.map(({ value }) => value).join(''));
});
