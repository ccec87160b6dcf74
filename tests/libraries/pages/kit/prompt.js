const asked = new URLSearchParams(location.search);

/** How many places this prompt has, and what its field is called. */
export const places = Number(asked.get('places') ?? 6);
export const name = asked.get('about') === 'voucher' ? 'gift' : 'code';

/** Called with what the component's own state holds, each time it says that it changed. */
export function keep(value) {
  window.kept = Array.isArray(value) ? value.join('') : String(value ?? '');
}

export const mount = document.querySelector('#mount');
export const eachPlace = Array.from({ length: places }, (_, place) => place);
