import { words } from '../../utils/autofill/words';

export const BUTTONS = 'button,[type=submit],[type=button],[type=image],[role=button]';
const GOES_ON =
  / (?:log ?[io]n|sign ?in|submit|next|contin\w+|verif\w+|confirm\w*|valid\w+|anmeld\w+|einlog\w+|weiter|bestatig\w+|prufen|conne\w+|suivant|entra\w*|acce\w+|inici\w+|enviar|inlog\w+|aanmeld\w+|bevestig\w+|avanti)(?= )/;
const ANOTHER_WAY = / (?:re ?send\w*|again|an?other|instead|cancel\w*|back) /;

/** A button whose words say that it sends what was typed. */
export function saysGoOn(button: Element): boolean {
  const { textContent, id, value } = button as HTMLInputElement;
  const text = words([textContent, value, button.getAttribute('aria-label'), id].join(' '));
  return GOES_ON.test(text) && !ANOTHER_WAY.test(text);
}
