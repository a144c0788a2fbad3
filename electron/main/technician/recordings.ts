import type { RecordingState } from '#core/contract/bench.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Bench } from '#core/contract/technician.ts';
import type { BenchAnswer } from '../processes/device-host.ts';
import type { Papers } from './papers.ts';

interface RecordingParts {
  readonly papers: Pick<Papers, 'recordings' | 'keepRecording'>;
  onChange(): void;
}

/** The recording that runs, what became of the last one, and those that there are. */
export interface Recordings {
  /** Another one begins. */
  begin(): void;
  /** What the host says of the one that runs. */
  runs(state: RecordingState | undefined): void;
  hear(message: Extract<BenchAnswer, { type: 'recorded' }>): Promise<void>;
  list(): Promise<void>;
  view(): Pick<Bench, 'recording' | 'recorded' | 'recordings' | 'trouble'>;
}

export const createRecordings = ({ papers, onChange }: RecordingParts): Recordings => {
  let recording: RecordingState | undefined;
  let recorded: string | undefined;
  let trouble: Failure | undefined;
  let names: readonly string[] = [];

  const list = async (): Promise<void> => {
    names = await papers.recordings();
    onChange();
  };

  return {
    begin: () => {
      recorded = undefined;
      trouble = undefined;
    },
    runs: (state) => {
      recording = state;
    },
    hear: async ({ driver, text }) => {
      recording = undefined;
      const kept = await papers.keepRecording(driver, text);
      if (kept.ok) recorded = kept.value;
      else trouble = kept.failure;
      await list();
    },
    list,
    view: () => ({
      ...(recording === undefined ? {} : { recording }),
      ...(recorded === undefined ? {} : { recorded }),
      ...(trouble === undefined ? {} : { trouble }),
      recordings: [...names],
    }),
  };
};
