const EMAIL = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.\p{L}+/gu;
/** Nobody types in these: the page shows who is logging in. */
const SHOWN = 'input:is([type=email],[autocomplete~=username]):is([readonly],[disabled])';
const MOST = 5;

/** Who the page says is logging in: e-mail addresses in the words round the prompt, and in boxes nobody can type in. */
export function shownNames(near: readonly string[]): string[] {
  const boxes = [...document.querySelectorAll<HTMLInputElement>(SHOWN)].filter((box) =>
    box.checkVisibility(),
  );
  const names = [...(near.join(' ').match(EMAIL) ?? []), ...boxes.map(({ value }) => value)];
  return [...new Set(names)].filter(Boolean).slice(0, MOST);
}
