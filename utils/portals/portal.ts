/** What a portal's own help, or another public page, says of its second factor. See the README for what a fact may be used for. */

export interface Source {
  /** A public https page. */
  readonly url: string;
  /** The day somebody read it, as `2026-11-21`. */
  readonly checkedOn: string;
}

/** Something somebody read. */
export interface Fact<T> {
  readonly is: T;
  /** Where: names among the portal's `sources`. */
  readonly from: readonly string[];
}

/** How a portal may ask for the second factor. `app`: any authenticator; `own-app`: only the vendor's. */
export type Method =
  | 'app'
  | 'sms'
  | 'voice'
  | 'email'
  | 'own-app'
  | 'push'
  | 'passkey'
  | 'security-key'
  | 'computer';

/** The portal's own words on the way to a place in it, in order. */
export type Path = readonly string[];

/** What helps a person who has lost the code. */
export type Recovery =
  | { readonly kind: 'codes'; readonly path?: Path; readonly count?: number }
  /** No codes to print: it asks its security questions, sends a mail, takes another method, or an administrator helps. */
  | { readonly kind: 'questions' | 'mail' | 'another-method' | 'administrator' };

export interface Remember {
  /** What the box at the prompt says. */
  readonly label?: string;
  readonly days?: number;
  /** Without a box: it remembers every browser. */
  readonly byItself?: true;
}

/** Who switches it off for a person who is locked out, and where. */
export interface Reset {
  readonly by: 'administrator' | 'vendor';
  readonly path?: Path;
}

/** The terms, or the vendor's advice, on several people with one login. */
export type Sharing = 'prohibited' | 'discouraged' | 'unclear';

/** One thing worth knowing; its sentence is the interface's affair. */
export type Note =
  // before it is switched on
  | 'mobile-number'
  // what switching it on does
  | 'logs-everyone-out'
  | 'for-everyone'
  | 'asks-questions'
  | 'linked-once'
  | 'one-authenticator'
  | 'one-a-workspace'
  // afterwards
  | 'tick-first'
  | 'reset-asks-code'
  | 'pin-is-no-code'
  | 'not-for-prescriptions';

export interface Portal {
  /** Lower-case words with dashes, for ever. */
  readonly id: string;
  readonly name: string;
  /** Other names that set-up codes or people use for it. */
  readonly alsoCalled?: readonly string[];
  readonly sources: Readonly<Record<string, Source>>;
  /** Where people log in: see `host-pattern`. */
  readonly hosts?: Fact<readonly string[]>;
  /** The vendor's own names on the web, with everything below them: its help stands there, the login perhaps elsewhere. */
  readonly domains?: Fact<readonly string[]>;
  /** All of them; what is not here is not offered. */
  readonly methods?: Fact<readonly Method[]>;
  /** How long an authenticator's code is. */
  readonly digits?: Fact<readonly number[]>;
  /** Where it is set up. */
  readonly setUp?: Fact<Path>;
  /** The button that ends the set-up. */
  readonly lastButton?: Fact<string>;
  readonly recovery?: Fact<Recovery>;
  readonly remember?: Fact<Remember>;
  readonly reset?: Fact<Reset>;
  readonly sharing?: Fact<Sharing>;
  /** Wrong codes until the login is locked. */
  readonly locksAfter?: Fact<number>;
  /** A program and no web page: its codes are copied. */
  readonly desktop?: Fact<true>;
  readonly notes?: readonly Fact<Note>[];
}
