import { type Html, html } from './html.ts';

/** How the portal asks for a code; README.md says what each is for. */
export const VARIANTS = ['single', 'bare', 'split', 'spa', 'hostile', 'framework'] as const;
export type Variant = (typeof VARIANTS)[number];

export const variantNamed = (name: string): Variant | undefined =>
  VARIANTS.find((variant) => variant === name);

const SCRIPTS: Readonly<Record<Variant, readonly string[]>> = {
  single: [],
  bare: [],
  split: ['split.js'],
  // The prompt of the single-page app is drawn by its own script; on the set-up page its box is an ordinary one.
  spa: [],
  hostile: ['hostile.js'],
  framework: ['framework.js'],
};

/** The scripts a page with {@link renderCodeBox} must carry. */
export const codeBoxScripts = (variant: Variant): readonly string[] => SCRIPTS[variant];

/** The box for a verification code with its label. It is sent as `verification_code`. */
export function renderCodeBox(variant: Variant): Html {
  if (variant === 'split') return splitBoxes();
  if (variant === 'framework') return controlledBox();
  return html`<label for="verification-code">Verification code</label>
    <input id="verification-code" name="verification_code" class="code" type="text" inputmode="numeric"
      pattern="[0-9]*" maxlength="6" autocomplete="${variant === 'bare' ? 'off' : 'one-time-code'}"
      ${variant === 'hostile' && { markup: 'data-hostile' }}>`;
}

function splitBoxes(): Html {
  const boxes = Array.from({ length: 6 }, (_, index) => {
    const hint = index === 0 ? 'one-time-code' : 'off';
    return html`<input type="text" inputmode="numeric" maxlength="1" autocomplete="${hint}"
      aria-label="Digit ${index + 1} of 6">`;
  });
  return html`<fieldset class="digits" data-split><legend>Verification code</legend>
    <div>${boxes}</div><input type="hidden" name="verification_code"></fieldset>`;
}

/** The visible box has no name: what is sent is the state its script keeps. */
function controlledBox(): Html {
  return html`<div data-framework><label for="r3">Verification code</label>
    <input id="r3" class="code" type="text" inputmode="numeric" maxlength="6" autocomplete="one-time-code">
    <input type="hidden" name="verification_code"></div>`;
}
