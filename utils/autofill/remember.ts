import { words } from './words';

/** A box that a prompt offers to tick, as the page's script tells of it. */
export interface Tick {
  readonly words: string;
  readonly ticked: boolean;
}

/** What ticking it means: for so many days no code is asked for in this browser; null where its words do not say. */
export interface Remembers {
  readonly days: number | null;
}

/** Words as `words` gives them: lower case, no accents, a blank between. */
const DEVICE =
  / (?:devices?|computers?|browsers?|machine|pc|laptop|gerate?s?|rechner|appareil|ordinateur|navigateur|dispositivo|ordenador|equipo|navegador|computador|apparaat|enhed|enhet|urzadzenie|przegladark\w*) /;
const KEEPS =
  / (?:remember\w*|trust\w*|recogni[sz]e\w*|authori[sz]e\w*|keep (?:me|us) (?:logged|signed)|stay (?:logged|signed)|merken|gemerkt|vertrau\w*|angemeldet bleiben|memoris\w*|souven\w*|faire confiance|fiable|rester connecte|record\w*|recuerd\w*|confi\w+|lembrar|ricord\w*|fidat\w*|affidabil\w*|onthoud\w*|vertrouw\w*|husk|kom ihag|zapamietaj\w*) /;
const ASKS_NO_MORE =
  / (?:(?:don t|do not|not) ask\w*|without (?:a )?code|skip|nicht (?:mehr|erneut|wieder) \w*(?:frag|bitt)\w*|ne (?:plus|pas) \w*demand\w*|no (?:volver|preguntar|pedir)\w*|non chiedere|niet (?:meer|opnieuw) \w*vra\w*) /;
const IS_NOT =
  / (?:don t|do not|not|never|nicht|ne pas|no|non|niet) (?:\w+ )?(?:remember\w*|trust\w*|recogni[sz]e\w*|merken|vertrau\w*|memoris\w*|record\w*|onthoud\w*) | nicht (?:merken|vertrauen) /;

const TIMES: readonly [RegExp, number][] = [
  [/ (\d{1,3}) ?(?:calendar )?(?:days?|tagen?|jours?|dias?|giorn[oi]|dagen|dagar?|dage|dni) /, 1],
  [/ (\d{1,2}) ?(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|veckor|uger) /, 7],
  [/ (\d{1,2}) ?(?:months?|monaten?|mois|mes(?:es)?|mes[ei]|maanden|manader|maneder) /, 30],
  [/ (\d) ?(?:years?|jahren?|ans?|anos?|ann[oi]|jaar|ar) /, 365],
];
const ONE: readonly [RegExp, number][] = [
  [/ (?:a|one|eine[nr]?|une?|una|uma|een) (?:week|woche|semaine|semana|settimana) /, 7],
  [/ (?:a|one|eine[nm]?|une?|um|een) (?:month|monat|mois|mes|mese|maand) /, 30],
  [/ (?:a|one|ein|une?|um|een) (?:year|jahr|ans?|ano|anno|jaar) /, 365],
];
const LONGEST_DAYS = 400;

/**
 * Does ticking this box make the portal know this browser again and ask for no code? Null where it does not, or its
 * words say something else: to keep a login name, to take part in news, that the computer is a public one.
 */
export function readRememberBox(text: string): Remembers | null {
  const said = words(text);
  const asksNoMore = ASKS_NO_MORE.test(said);
  const days = daysIn(said);
  const keeps = KEEPS.test(said) && !IS_NOT.test(said) && (DEVICE.test(said) || days !== null);
  return keeps || (asksNoMore && (DEVICE.test(said) || days !== null)) ? { days } : null;
}

function daysIn(said: string): number | null {
  const counted = TIMES.map(([pattern, days]) => Number(pattern.exec(said)?.[1] ?? 0) * days);
  const single = ONE.map(([pattern, days]) => (pattern.test(said) ? days : 0));
  const days = [...counted, ...single].find(Boolean) ?? 0;
  return days > 0 && days <= LONGEST_DAYS ? days : null;
}

/**
 * What a prompt that was sent says of this browser: `remembered` where such a box was ticked, `asked-again` where one was
 * there and left empty, null where there was none.
 */
export function readTicks(ticks: readonly Tick[]): Remembers | 'asked-again' | null {
  const boxes = ticks.flatMap(({ words, ticked }) => {
    const remembers = readRememberBox(words);
    return remembers ? [{ remembers, ticked }] : [];
  });
  return boxes.find(({ ticked }) => ticked)?.remembers ?? (boxes.length > 0 ? 'asked-again' : null);
}
