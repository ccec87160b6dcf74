import type { Scene } from './stage';

/** The words of a prompt, and a box for its code. */
export const WORDS =
  '<h1>Two-factor authentication</h1><p>Open your authenticator app and enter the six digits it shows.</p>';
export const BOX =
  '<label for="code">Verification code</label> <input id="code" inputmode="numeric" maxlength="6" autocomplete="one-time-code">';
/** A login after which the same page is loaded anew, as `page?`. */
export const LOGIN =
  '<form action="page"><label>E-mail <input type="email"></label><label>Password <input type="password"></label><button>Log in</button></form>';

/** A page with the oracle in it, from its first line on. */
export function page(scene: Scene, body: string, head = ''): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Portal</title>${scene.thief()}${head}</head><body>${body}</body></html>`;
}

export const script = (work: string) => `<script>${work}</script>`;
