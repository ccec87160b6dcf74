import type { ClinicOptions } from '../clinic/clinic.ts';
import { accounts } from './scenes/accounts.ts';
import { damage } from './scenes/damage.ts';
import { enrolment } from './scenes/enrolment.ts';
import { firstRun } from './scenes/first-run.ts';
import { habits } from './scenes/habits.ts';
import { pictures } from './scenes/pictures.ts';
import { portal } from './scenes/portal.ts';
import { settings } from './scenes/settings.ts';
import { SAM, type Scene, SECRET } from './stage.ts';

/** All of them together come to every state of every page. */
export const SCENES: Readonly<Record<string, Scene>> = {
  firstRun,
  enrolment,
  pictures,
  portal,
  accounts,
  settings,
  habits,
  damage,
};

/** Who sets two-factor authentication up has it switched off so far. */
export function clinicFor(scene: Scene): ClinicOptions {
  return { users: scene === enrolment ? [SAM] : [{ ...SAM, secret: SECRET }] };
}
