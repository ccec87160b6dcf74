import { words } from '../../utils/autofill/words';

export const BUTTONS = 'button,[type=submit],[type=button],[type=image],[role=button]';
const GOES_ON =
  / (?:log ?[io]n|sign ?in|submit|next|contin\w+|verif\w+|confirm\w*|valid\w+|anmeld\w+|einlog\w+|weiter|bestatig\w+|prufen|conne\w+|suivant|entra\w*|acce\w+|inici\w+|enviar|inlog\w+|aanmeld\w+|bevestig\w+|avanti)(?= )/;
/** As the last button of a set-up page has it. Such a button is named, and never pressed for anybody. */
const SWITCHES_ON =
  / (?:enabl\w+|activ\w+|turn on|switch on|finish|complete|done|save|set ?up|link|pair|register|aktivier\w+|einschalten|einrichten|abschlie\w+|fertig|speichern|termin\w+|enregistr\w+|finali\w+|guardar|inschakelen|opslaan|voltooien|attiva|salva|fine)(?= )/;
const ANOTHER_WAY = / (?:re ?send\w*|again|an?other|instead|cancel\w*|back) /;

/** A button whose words say that it sends what was typed. */
export function saysGoOn(button: Element): boolean {
  return GOES_ON.test(wordsOf(button)) && !saysAnotherWay(button);
}

/** One whose words say that it makes the portal ask for codes from now on. */
export function saysSwitchOn(button: Element): boolean {
  return SWITCHES_ON.test(wordsOf(button)) && !saysAnotherWay(button);
}

export function saysAnotherWay(button: Element): boolean {
  return ANOTHER_WAY.test(wordsOf(button));
}

function wordsOf(button: Element): string {
  const { textContent, id, value } = button as HTMLInputElement;
  return words([textContent, value, button.getAttribute('aria-label'), id].join(' '));
}
