/** Pages on which an authenticator has nothing to do. They say no word of codes, and are the same at every run. */

const WORDS =
  'order garden river table window paper cloud music bottle street letter yellow season harbor engine market'.split(
    ' ',
  );

/** A linear congruential generator: the same numbers every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 5,000 nodes, of them `inputs` boxes with labels in one form; `more` goes before the form. */
export function largePage(inputs: number, more = ''): string {
  const next = numbers(7);
  const word = () => WORDS[Math.floor(next() * WORDS.length)]!;
  const rows = Array.from(
    { length: inputs },
    (_, n) => `<div class="row"><label for="f${n}">${word()} ${word()}</label>
      <input type="${n % 7 === 0 ? 'number' : 'text'}" id="f${n}" name="${word()}${n}" placeholder="${word()}"></div>`,
  );
  const sections = Array.from(
    { length: Math.floor((5000 - inputs * 3) / 10) },
    () => `<section><h3>${word()} ${word()}</h3><p>${word()} <b>${word()}</b> ${word()} <i>${word()}</i></p>
      <ul><li>${word()}</li><li>${word()}</li><li><span>${word()}</span></li></ul></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${word()}</title>
    <style>.row{margin:4px}section{border-top:1px solid}</style></head>
    <body>${more}<form>${rows.join('')}</form>${sections.join('')}</body></html>`;
}

/** The same page, which then changes 2,000 nodes a second: 40 times 20 rows put in, 20 taken out, 8 classes, 2 styles. */
export function busyPage(): string {
  return largePage(
    200,
    `<div id="app"></div><script>
    const app = document.getElementById('app');
    const began = performance.now();
    let turn = 0;
    globalThis.changed = 0;
    function change() {
      turn++;
      for (let n = 0; n < 20; n++) {
        const row = document.createElement('div');
        row.innerHTML = n % 7 ? '<span>order ' + turn + '</span>' : '<input name="river' + turn + '">';
        app.append(row);
      }
      if (turn > 10) for (let n = 0; n < 20; n++) app.firstElementChild.remove();
      for (let n = 0; n < 8; n++) app.children[(n * 7 + turn) % app.children.length].className = 'row s' + turn;
      for (let n = 0; n < 2; n++) app.children[n].style.opacity = turn % 2 ? '0.9' : '1';
      globalThis.changed += 50;
    }
    // Late turns are made up for.
    setInterval(() => {
      while (turn < (performance.now() - began) / 25) change();
    }, 25);
    </script>`,
  );
}

/** A login with a prompt on a large page: here the script has all its work to do. */
export function promptPage(): string {
  const prompt = `<form><h1>Two-factor authentication</h1><p>Enter the code of your authenticator app.</p>
    <label for="otp">Code</label><input id="otp" inputmode="numeric" autocomplete="one-time-code"><button>Verify</button></form>`;
  return largePage(20, prompt);
}
