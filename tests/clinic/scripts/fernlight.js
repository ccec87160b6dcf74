// The whole of the app: every view is drawn here, some time after the answer that asked for it.
const DRAWN_AFTER_MS = 250;
const app = /** @type {HTMLElement} */ (document.getElementById('app'));

/** @typedef {{ view?: string, problem?: string, picture?: string }} Answer */

/** @param {string} path @param {object} [body] @returns {Promise<Answer>} */
async function post(path, body = {}) {
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch(`/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

/** @param {string} markup */
function draw(markup) {
  app.innerHTML = `<main>${markup}<p role="alert"></p></main>`;
}

/** @param {Answer} answer */
function go({ view, problem = '', picture = '' }) {
  const alert = app.querySelector('[role=alert]');
  if (alert) alert.textContent = problem;
  if (view) setTimeout(() => VIEWS[view]?.(picture), DRAWN_AFTER_MS);
}

const BOXES = Array.from({ length: 6 }, (_, place) => {
  const hint = place === 0 ? 'autocomplete="one-time-code"' : '';
  return `<input inputmode="numeric" maxlength="1" aria-label="Digit ${place + 1}" ${hint}>`;
}).join('');

/** Six boxes that send themselves once, when the last is full; a code that was not taken empties them. @param {string} path */
function sendByThemselves(path) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...app.querySelectorAll('.code input')]);
  const code = () => boxes.map(({ value }) => value).join('');
  let underWay = false;
  const sendIfFull = async () => {
    if (underWay || code().length < boxes.length) return;
    underWay = true;
    const answer = await post(path, { code: code() });
    underWay = false;
    if (!answer.view) for (const box of boxes) box.value = '';
    if (!answer.view) boxes[0]?.focus();
    go(answer);
  };
  boxes.forEach((box, place) => {
    box.addEventListener('input', () => {
      if (box.value) boxes[place + 1]?.focus();
      void sendIfFull();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      const digits = (event.clipboardData?.getData('text') ?? '').replace(/\D/g, '');
      boxes.forEach((other, index) => {
        other.value = digits[index] ?? '';
      });
      void sendIfFull();
    });
  });
  boxes[0]?.focus();
}

/** @type {Record<string, (picture: string) => void>} */
const VIEWS = {
  login() {
    draw(`<h1>Fernlight</h1><form><label>Email <input type="email" name="email" autocomplete="username"></label>
      <label>Password <input type="password" name="password" autocomplete="current-password"></label><button>Continue</button></form>`);
    app.querySelector('form')?.addEventListener('submit', async (event) => {
      event.preventDefault();
      go(
        await post('login', Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (event.target)))),
      );
    });
  },
  code() {
    draw(
      `<h1>Two-step verification</h1><p>Type the code from your authenticator app.</p><div class="code">${BOXES}</div>`,
    );
    sendByThemselves('code');
  },
  today() {
    draw(`<h1>Today</h1><p>No clients this morning.</p><button data-key>Switch on two-step verification</button>
      <button data-out>Log out</button>`);
    app.querySelector('[data-key]')?.addEventListener('click', async () => go(await post('key')));
    app.querySelector('[data-out]')?.addEventListener('click', async () => go(await post('logout')));
  },
  'set-up'(picture) {
    draw(`<h1>Switch on two-step verification</h1><p>Scan this code with your authenticator app.</p>${picture}
      <p>Then type the six digits it shows. They are checked as soon as the last one is there.</p><div class="code">${BOXES}</div>`);
    sendByThemselves('key/confirm');
  },
  on() {
    draw('<h1>Two-step verification is on</h1><button data-out>Log out</button>');
    app.querySelector('[data-out]')?.addEventListener('click', async () => go(await post('logout')));
  },
};

VIEWS.login?.('');
