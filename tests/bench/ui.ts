import { loadavg } from 'node:os';
import type { Row, Tables } from './main.ts';
import { LEAST, SHIPPED } from './ui/builds.ts';
import { median, round, spread } from './ui/figures.ts';
import { clockGap, openTimedPage, timeClick, timePage } from './ui/opening.ts';
import { timeKeys } from './ui/search.ts';
import { measureShift } from './ui/shift.ts';
import { pageSize } from './ui/size.ts';
import { openStage, type Stage } from './ui/stage.ts';

const ROUNDS = 30;
const ROUNDS_AFTER_DEATH = 10;

/** The popup as a person meets it, at 10, 300 and 1,000 accounts. Others may load the machine, so its load is printed. */
export async function benchUi([wanted]: readonly string[]): Promise<Tables> {
  const page: Row[] = [];
  const clicked: Row[] = [];
  const search: Row[] = [];
  const shift: Row[] = [];
  const machine: Row[] = [loadRow('before')];
  for (const accounts of wanted ? [Number(wanted)] : [10, 300, 1000]) {
    const stage = await openStage(accounts);
    try {
      page.push({ accounts, ...(await measurePage(stage)) });
      clicked.push({ accounts, ...(await measureClicks(stage)) });
      const keys = await timeKeys(stage);
      search.push({ accounts, ...spread('list updated', keys.updated), ...spread('next frame', keys.frame) });
      shift.push({ accounts, ...(await measureShift(stage)) });
      machine.push(loadRow(`after ${accounts}`));
    } finally {
      await stage.close();
    }
  }
  const { atOnce, later } = pageSize('.output/chrome-mv3', 'popup.html');
  return {
    'popup page: navigation start to the first code': page,
    'real popup: click to the first code': clicked,
    'a key press in the search': search,
    'layout shift after the first code': shift,
    'popup code, bytes gzip': [{ 'at once': atOnce, 'at most': 40_000, 'later, when asked for': later }],
    machine,
  };
}

/** Ours, and the least that any page of this browser on this machine would take, in turns. */
async function measurePage(stage: Stage): Promise<Row> {
  const page = await openTimedPage(stage);
  const [ours, least]: [{ code: number; painted: number }[], { painted: number }[]] = [[], []];
  for (let round = -2; round < ROUNDS; round++) {
    const [our, bare] = [await timePage(stage, page, SHIPPED), await timePage(stage, page, LEAST)];
    if (round < 0) continue; // the first two warm up
    ours.push(our);
    least.push(bare);
  }
  await stage.lanyard.closePage(page);
  const painted = (times: readonly { painted: number }[]) => times.map(({ painted }) => painted);
  return {
    ...spread(
      'code in the page',
      ours.map(({ code }) => code),
    ),
    ...spread('painted', painted(ours)),
    ...spread('six digits in an empty page', painted(least)),
    times: ROUNDS,
  };
}

/** Ours and the control take turns, and in who comes first too; each of ours has its neighbour taken off. */
async function measureClicks(stage: Stage): Promise<Row> {
  const [ours, control]: [number[], number[]] = [[], []];
  for (let round = -2; round < ROUNDS; round++) {
    const both = [
      { id: stage.lanyard.id, times: ours },
      { id: stage.controlId, times: control },
    ];
    for (const { id, times } of round % 2 === 0 ? both : both.reverse()) {
      const took = await timeClick(stage, id);
      if (round >= 0) times.push(took);
    }
  }
  const more = ours.map((took, round) => took - control[round]!);
  const afterDeath: number[] = [];
  for (let round = 0; round < ROUNDS_AFTER_DEATH; round++) {
    await stage.lanyard.killWorker(); // as after half a minute in which nobody asked it anything
    afterDeath.push((await timeClick(stage, stage.lanyard.id)) - median(control));
  }
  return {
    ...spread('more than the control', more),
    'the worker dead, median ms': median(afterDeath),
    'ours, median ms': median(ours),
    'control, median ms': median(control),
    'clocks apart, ms': round(await clockGap(stage.tab)),
    times: ROUNDS,
  };
}

function loadRow(when: string): Row {
  const [one, five] = loadavg();
  return { when, 'load, 1 min': round(one!), 'load, 5 min': round(five!) };
}
