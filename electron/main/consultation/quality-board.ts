import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { CabinCallReport, QualityBoard } from '#core/contract/quality.ts';
import type { Ticket } from '#core/contract/signalling.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type PeerTrust, UNKNOWN_PEER } from '#core/trust/peer-trust.ts';

/** A patient who waits long deserves a newer answer: lines differ between noon and evening. Milliseconds. */
const MEASURE_AGAIN_MS = 300_000;
/** After a test that failed. Milliseconds. */
const RETRY_MS = 30_000;

/** The line to the gateway and the quality of the call, for the cabin's windows. */
export interface QualityKeeper {
  board(): QualityBoard;
  /** Where the patient's ticket stands: the line is measured while it waits, never in a call, which it would disturb. */
  follow(ticket: Ticket['state']): void;
  callQuality(call: CabinCallReport | undefined): void;
  callTrust(trust: PeerTrust): void;
  close(): void;
}

interface QualityKeeperOptions {
  readonly clock: Clock;
  readonly measure: () => Promise<Result<LineMeasure, Failure>>;
  readonly onChange: () => void;
}

/** An empty board. */
export const createQualityKeeper = ({ clock, measure, onChange }: QualityKeeperOptions): QualityKeeper => {
  let board: QualityBoard = { line: undefined, call: undefined, trust: UNKNOWN_PEER };
  let waits = false;
  let cancelNext = (): void => {};

  const change = (next: Partial<QualityBoard>): void => {
    board = { ...board, ...next };
    onChange();
  };
  const test = async (): Promise<void> => {
    const measured = await measure();
    if (!waits) return;
    if (measured.ok) change({ line: measured.value });
    cancelNext();
    cancelNext = clock.after(measured.ok ? MEASURE_AGAIN_MS : RETRY_MS, () => void test());
  };

  return {
    board: () => board,
    follow: (ticket) => {
      if (ticket !== 'taken' && board.call) change({ call: undefined });
      const next = ticket === 'waiting';
      if (next === waits) return;
      waits = next;
      cancelNext();
      if (waits) void test();
    },
    callQuality: (call) => change({ call }),
    callTrust: (trust) => change({ trust }),
    close: () => {
      waits = false;
      cancelNext();
    },
  };
};
