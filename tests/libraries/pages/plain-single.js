import { keep, mount, name } from './kit/prompt.js';

/* One box, and a script that keeps what is typed. */
mount.innerHTML = `<label for="field">Code</label>
  <input id="field" name="${name}" inputmode="numeric" autocomplete="one-time-code">`;
mount.querySelector('input').addEventListener('input', ({ target }) => keep(target.value));
