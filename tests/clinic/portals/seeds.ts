import type { Routes } from '../http.ts';
import { createFernlight } from './fernlight.ts';
import { createPellmoor } from './pellmoor.ts';
import { createQuillstone } from './quillstone.ts';
import { createSkerrow } from './skerrow.ts';
import { createTarnbeck } from './tarnbeck.ts';

/** The portals of the seed facts beside Larkmoor, each under a host of its own and with people of its own. */
export function createSeedPortals() {
  return {
    fernlight: createFernlight('fernlight.clinic.example'),
    pellmoor: createPellmoor('pellmoor.clinic.example'),
    quillstone: createQuillstone('quillstone.clinic.example'),
    skerrow: createSkerrow('skerrow.clinic.example'),
    tarnbeck: createTarnbeck('tarnbeck.clinic.example'),
  };
}

export type SeedPortals = ReturnType<typeof createSeedPortals>;

/** What is served under each of their hosts. */
export const routesByHost = (portals: SeedPortals): ReadonlyMap<string, Routes> =>
  new Map(Object.values(portals).map(({ host, routes }) => [host, routes]));
