import { argv } from 'node:process';
import { DEMO_USER, startClinic } from './clinic.ts';

/*
 * The demo clinic by itself: `node tests/clinic/main.ts [port]`. The JSON line is for the script that starts a
 * browser on it.
 */
const clinic = await startClinic({ demo: true, port: Number(argv[2] ?? 0) });
const { origin, port, spki, portlessOrigin, resolverRules } = clinic;

console.log(`Demo clinic: https://localhost:${port}/ (as ${origin} where that name leads here)`);
console.log(`Login: ${DEMO_USER.email}, password: ${DEMO_USER.password}`);
const setupUrl = `${origin}/demo`;
console.log(JSON.stringify({ origin, port, spki, setupUrl, portlessOrigin, resolverRules, ...DEMO_USER }));
