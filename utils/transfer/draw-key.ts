import { formatKeyUri } from '../otp/key-uri';
import type { SetupKey } from '../otp/parameters';
import { type DrawnCode, drawCode } from '../qr/draw-code';

/** Characters that fit into a code of 109 modules a side, of which a phone sees three pixels each in our popup. */
const MOST_CHARACTERS = 929;

/** What names are cut to, in characters, until the code is coarse enough; with the last it always is. */
const NAME_LENGTHS = [128, 64, 32, 16];

/** The set-up code of an account, for the person's own second device. What is cut is its names, never its parameters. */
export function drawKey({ issuer, account, parameters }: SetupKey): DrawnCode {
  const written = NAME_LENGTHS.map((length) =>
    formatKeyUri({ issuer: cut(issuer, length), account: cut(account, length), parameters }),
  );
  return drawCode(written.find(({ length }) => length <= MOST_CHARACTERS) ?? written.at(-1)!);
}

function cut(name: string, length: number): string {
  return [...name].slice(0, length).join('').trim();
}
