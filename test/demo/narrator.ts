import { stripVTControlCharacters } from 'node:util';
import type { Messages, StepName } from './messages.ts';

/** One step as `summary.json` keeps it. */
export interface StepRecord {
  readonly step: StepName;
  readonly ms: number;
  readonly ok: boolean;
  readonly error?: string;
}

/** Tells the visit on the terminal, and keeps how long each step took. */
export interface Narrator {
  /** Plays a step; a text that it returns stands at the end of its line. */
  step(name: StepName, play: () => Promise<unknown>): Promise<void>;
  /** Ends the step that is being played, if any, as failed. */
  breakOff(error: string): void;
  readonly records: readonly StepRecord[];
  readonly totalMs: () => number;
}

const LONGEST_ERROR = 400;
/** The first lines of an error, without the colours that Playwright gives them. */
const textOf = (error: unknown): string =>
  stripVTControlCharacters(error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_ERROR);

const clockFace = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** A narrator that starts to count now. */
export const createNarrator = (messages: Messages, write: (text: string) => void): Narrator => {
  const began = performance.now();
  const records: StepRecord[] = [];
  let playing: { name: StepName; since: number } | undefined;

  const end = (outcome: { ok: true; detail: string | undefined } | { ok: false; error: string }): void => {
    if (playing === undefined) return;
    const ms = Math.round(performance.now() - playing.since);
    const { name: step } = playing;
    playing = undefined;
    const time = `${messages.seconds(ms)} s`;
    if (outcome.ok) {
      records.push({ step, ms, ok: true });
      write(`  ✓ ${time}${outcome.detail === undefined ? '' : `, ${outcome.detail}`}\n`);
    } else {
      records.push({ step, ms, ok: false, error: outcome.error });
      write(`  ✗ ${time}\n`);
    }
  };

  return {
    records,
    totalMs: () => Math.round(performance.now() - began),
    breakOff: (error) => end({ ok: false, error }),
    step: async (name, play) => {
      playing = { name, since: performance.now() };
      write(`${clockFace(performance.now() - began).padStart(5)}  ${messages.step(name)}`);
      try {
        const detail = await play();
        end({ ok: true, detail: typeof detail === 'string' ? detail : undefined });
      } catch (error) {
        end({ ok: false, error: textOf(error) });
        throw error;
      }
    },
  };
};
