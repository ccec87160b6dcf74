import { eachPlace, keep, mount } from './kit/prompt.js';

/* A custom element with its boxes in an open shadow root. */
customElements.define(
  'six-digits',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = `<style>input { width: 40px; height: 48px; font-size: 20px; text-align: center }</style>
        ${eachPlace.map(() => '<input type="text" inputmode="numeric" maxlength="1" autocomplete="off">').join('')}`;
      const boxes = [...root.querySelectorAll('input')];
      root.addEventListener('input', ({ target }) => {
        boxes[boxes.indexOf(target) + 1]?.focus();
        keep(boxes.map(({ value }) => value).join(''));
      });
    }
  },
);
mount.append(document.createElement('six-digits'));
