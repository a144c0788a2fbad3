import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readOptions } from '#scripts/lib/arguments.mjs';
import { Stop } from '#scripts/lib/stop.mjs';
import { inProject, PROJECT } from '#test/harness/paths.ts';
import { inTurn } from '#test/harness/undo.ts';
import { ARRIVAL } from './arrival.ts';
import { CONSULTATION } from './consultation.ts';
import { ending } from './ending.ts';
import { MEASURES } from './measures.ts';
import { messagesIn } from './messages.ts';
import { createNarrator } from './narrator.ts';
import { makePictures } from './pictures.ts';
import { CLOCK_RATE, openScene, type Scene } from './scene.ts';

const FOLDER = inProject('out', 'demo');
const SCREENSHOTS = join(FOLDER, 'screenshots');
/** Exit code of a run that somebody cut short. */
const CUT_SHORT = 130;

/** Plays the visit. Whatever ends it, all that was started is stopped and `summary.json` tells how far it came. */
const main = async (argv: readonly string[]): Promise<number> => {
  const asked = readOptions(argv, { pictures: { kind: 'flag' } });
  const messages = messagesIn(asked.lang);
  const write = (text: string): void => void process.stdout.write(text);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(SCREENSHOTS, { recursive: true });

  const startedAt = new Date().toISOString();
  const narrator = createNarrator(messages, write);
  const undo = inTurn();
  let scene: Scene | undefined;

  const play = async (): Promise<void> => {
    write(`${messages.say('title', { rate: CLOCK_RATE })}\n\n`);
    await narrator.step('open', async () => {
      scene = await openScene({ language: asked.lang, messages, screenshots: SCREENSHOTS, undo });
    });
    if (scene === undefined) return;
    const opened = scene;
    const steps = [...ARRIVAL, ...MEASURES, ...CONSULTATION, ...ending(join(FOLDER, 'bundle.json'))];
    for (const step of steps) await narrator.step(step.name, () => step.play(opened));
  };
  /** Not a step of the visit: its time is not the visit's. */
  const summarise = (ok: boolean, totalMs: number): void =>
    writeFileSync(
      join(FOLDER, 'summary.json'),
      `${JSON.stringify({ startedAt, clockRate: CLOCK_RATE, totalMs, ok, steps: narrator.records }, null, 2)}\n`,
    );

  const cut = new Promise<'cut'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('cut'));
  });
  const playing = play().then(
    () => 'played' as const,
    () => 'failed' as const,
  );
  const outcome = await Promise.race([playing, cut]);
  const totalMs = narrator.totalMs();
  if (outcome === 'cut') narrator.breakOff(messages.say('interrupted'));
  summarise(outcome === 'played', totalMs);
  try {
    if (outcome === 'failed') await scene?.shootAll('failed');
    if (outcome === 'played' && asked.pictures && scene !== undefined) await makePictures(scene);
  } finally {
    // What was just being opened when the run was cut short comes late, and is closed as well.
    await undo.all();
    await playing;
    await undo.all();
  }

  const broken = narrator.records.find(({ ok }) => !ok);
  if (broken !== undefined)
    write(`\n${messages.say('failed', { step: broken.step, error: broken.error ?? '' })}\n`);
  if (outcome === 'played') {
    const values = {
      seconds: messages.seconds(totalMs),
      shots: scene?.shots.size ?? 0,
      folder: relative(PROJECT, FOLDER),
    };
    write(`\n${messages.say('done', values)}\n`);
  }
  return { played: 0, failed: 1, cut: CUT_SHORT }[outcome];
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
process.exit();
