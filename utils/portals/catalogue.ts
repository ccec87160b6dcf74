import { EUROPE } from './catalogue/europe';
import { NORTH_AMERICA } from './catalogue/north-america';
import { NORTH_AMERICA_RECORDS } from './catalogue/north-america-records';
import { OCEANIA } from './catalogue/oceania';
import { PATIENTS } from './catalogue/patients';
import { WORLDWIDE } from './catalogue/worldwide';
import type { Portal } from './portal';

/** Every portal we know something of, by where its practices mostly are; `patients` for those patients log in to. */
export const CATALOGUE: readonly Portal[] = [
  ...OCEANIA,
  ...NORTH_AMERICA,
  ...NORTH_AMERICA_RECORDS,
  ...EUROPE,
  ...WORLDWIDE,
  ...PATIENTS,
];
