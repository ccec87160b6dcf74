// Login as a single-page app: one document, answers by fetch, and a prompt that arrives late and in no form.
const PROMPT_AFTER_MS = 600;
const app = /** @type {HTMLElement} */ (document.querySelector('[data-app]'));
const base = app.dataset.base ?? '';

/** @param {string} path @param {object} body @returns {Promise<{ next?: string, error?: string }>} */
async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

/** @param {string} selector */
const input = (selector) => /** @type {HTMLInputElement} */ (app.querySelector(selector));

/** @param {string} [text] */
function say(text = '') {
  const notice = /** @type {HTMLElement} */ (app.querySelector('[role=alert]'));
  notice.textContent = text;
  notice.hidden = !text;
}

/** @param {string} id */
function show(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  app.replaceChildren(template.content.cloneNode(true));
}

function showLogin() {
  show('login-view');
  app.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { next, error } = await post('/api/login', {
      email: input('[name=email]').value,
      password: input('[name=password]').value,
    });
    if (next === 'code') setTimeout(showPrompt, PROMPT_AFTER_MS);
    else if (next) location.assign(base + next);
    else say(error);
  });
}

function showPrompt() {
  show('prompt-view');
  const box = input('#one-time-code');
  const verify = async () => {
    const { next, error } = await post('/api/code', {
      code: box.value,
      remember: input('[type=checkbox]').checked,
    });
    if (next) location.assign(base + next);
    else say(error);
  };
  app.querySelector('button')?.addEventListener('click', verify);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') verify();
  });
  box.focus();
}

showLogin();
