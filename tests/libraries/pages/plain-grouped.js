import { keep, mount, name } from './kit/prompt.js';

/* One box that draws the code in two groups of three while it is typed. */
mount.innerHTML = `<label for="field">Code</label>
  <input id="field" name="${name}" type="tel" autocomplete="off" maxlength="7" placeholder="000 000">`;
const field = mount.querySelector('input');
field.addEventListener('input', () => {
  const digits = field.value.replace(/\D/g, '').slice(0, 6);
  field.value = digits.replace(/^(\d{3})(?=\d)/, '$1 ');
  keep(digits);
});
