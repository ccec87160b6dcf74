// A box that will not be written to, by hand or by script.
for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[data-hostile]'))) {
  box.addEventListener('input', () => {
    box.value = '';
  });
}
