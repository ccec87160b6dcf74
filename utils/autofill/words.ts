/**
 * The trade's words, matched on whole words only: `postcode` is not a code, and `kz4rb2fa` is not 2FA.
 * English in breadth; German, French, Spanish, Portuguese, Dutch and Italian in plain terms.
 */

/** Parts of run-together names such as `otpcode`. A name is cut up only where all of it is made of these. */
const PARTS =
  'verification|verify|security|recovery|backup|confirm|access|factor|login|token|email|phone|input|totp|auth|pass|code|time|step|two|one|otp|otc|2fa|mfa|tfa|sms|pin';
const COMPOUND = new RegExp(`^(?:${PARTS})+$`);
const PART = new RegExp(PARTS, 'g');

/** Lower-case words without accents, one blank between and at both ends: ` two factor code 1 `. */
export function words(text: string): string {
  const cut = text
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/^(\p{L}+)(\d+)$/u, '$1 $2'))
    .map((word) => (COMPOUND.test(word) ? word.match(PART)!.join(' ') : word));
  return ` ${cut.join(' ')} `
    .replace(/ e mail/g, ' email')
    .replace(/ (?:one time |einmal ?)pass(?:words?|wort)?(?= )/g, ' otp');
}

/** Words of one meaning. Written as alternatives over what `words` gives; blanks at both ends are added here. */
function family(...alternatives: string[]): RegExp {
  return new RegExp(` (?:${alternatives.join('|')})(?= )`);
}

/** An authenticator is meant, and nothing else can be. */
export const APP = family(
  'totp|authenticator|authy|duo mobile|time (?:based|dependent)|(?:token|code|otp) generator',
  '(?:otp|factor|[2f]a|2fa|phone|auth|authentication|verification) app\\w*|(?:by|in|on|from) (?:the|your) (?:linked )?app\\w*',
  'authentifizierungs ?app|authenticatie ?app|(?:app|aplica)\\w* (?:d[ei]? )?auth?enti\\w+|authentificateur|autenticador|autenticatore',
);

/** A second factor is the subject; which one is left open. */
export const SECOND_FACTOR = family(
  '[2tm]fa|(?:two|2|multi|second|2nd) (?:factor|step|fa)|zwei\\w* faktor|(?:double|deux) (?:facteurs?|authentification|etapes)',
  '(?:dos|doble|segundo) (?:factor\\w*|pasos)|(?:dois|duas|segundo) (?:fator\\w*|etapas)|twee ?(?:staps|factor)\\w*|(?:due|secondo) (?:fattor[ie]|passaggi)',
);

/** Said of the box itself, these ask for a one-time code. */
export const ONE_TIME = family(
  '[ht]?otp|otc|one time|einmal ?code|auth(?:entication)? code|authenticatiecode',
  'code d authentification|cod\\w+ d[ei] aut\\w+',
  '(?:6|8|six|eight) digit code|6 stelliger code|cod\\w+ (?:a|de) 6 \\w+|6 cijferige code',
);

/** Said of the box itself: a code that proves something; many kinds of page say so. */
export const PROOF = family(
  '(?:verification|verify|security|confirmation|confirm|login|sign in|identification|v) ?code|pass ?code',
  'bestatigungscode|sicherheitscode|prufcode|cod\\w+ d[ei] (?:verif|secur|segur|sicur|conf)\\w+|verificatiecode|beveiligingscode',
);

/** A code of some kind. */
export const CODE = family('codes?|token|codigo|codice|pin');

/** The code travels: texted, mailed or called. */
export const SENT = family(
  'sent|send again|texted|e?mailed|email code|resen[dt]|sms|text message|get (?:code|otp)|send (?:\\w+ ){0,2}(?:code|otp)|new code',
  'check your (?:registered )?(?:email|phone|mail|messages)|(?:didn t|not) (?:get|receive)|inbox|spam|verify (?:your )?email|(?:via|by|per|par|por) (?:email|phone|text)',
  '(?:phone|mobile) n(?:umber|o)|handynummer|telefoonnummer|num?ero d[ei] tele\\w+',
  'gesendet|geschickt|zugesandt|erneut senden|renvoyer|envoyee?|envia(?:do|mos)|reenviar|de texto|gestuurd|verzonden|verstuurd|opnieuw (?:ver)?(?:stu|zen)\\w+|inviato|reinvia',
);
export const MAIL = family('e?mailw*|inbox|spam');

/** In the name of the box itself, these say where the code comes from. */
export const SENT_NAME = family('sms|e?mail|mobile|phone|whatsapp|voice');

export const RECOVERY = family(
  'recover|recovery|back ?up|scratch|wiederherstellung\\w*|secours|recupera\\w+|recupero|respaldo|herstel\\w*|ripristino',
);
export const SECURITY_KEY = family('yubi|yubikey|yubico|security key|u2f');
export const DEVICE_CODE = family('user code|device (?:user|code|login)|provided by your device');

/** Another way in, or a way out: such a sentence speaks for nothing. */
export const ALTERNATIVE = family(
  'instead|(?:an)?other (?:way|method|option)s?|lost|can t|can ?not|unable|no access|don t have|trouble|stattdessen',
);

export const PASSWORD = family('pass ?words?|pwd|passwort|kennwort|mot de passe|contrasena|senha|wachtwoord');
export const NEW = family('new|confirm|repeat|neues|nouveau|n[uo]e?va|nieuw');
export const PHONE = family('phone|tele?|mobile?|handy|telef\\w+');
export const CARD = family('cvv2?|cvc2?|csc|cc|credit|debit|card|karte|carte|tarjeta|cartao|kaart|carta');

/**
 * Boxes which are never a prompt, though they ask for a code of some kind. By kind, so that the reason can be told.
 * A bare `code` is no prompt by itself, so only what might stand beside stronger words is here.
 */
export const NEVER = {
  card: CARD,
  promotion: family('promo\\w*|coupon\\w*|voucher|gift|invit\\w+|referral|discount'),
  place: family('zip\\w*|postale?|post ?code|postleitzahl|plz|country|area|dial\\w*|vorwahl'),
  captcha: family('captcha\\w*|image|picture|visual|website'),
  patient: family(
    'patient\\w*|pid|mrn|medical|record|appointment|booking|activat\\w+|prescription|medicare|insurance|provider|claim|item|prior',
  ),
  number: family(
    '(?:client|customer|member|account|access|meeting) (?:code|number|no|id|access)|ssn|birth|utilisateur|username|bank|iban',
  ),
  settings: family('search|lifetime|refresh|secret|name|identifier'),
} as const;

export function says(meaning: RegExp, text: string): boolean {
  return meaning.test(text);
}
