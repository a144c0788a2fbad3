import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { CabinCallReport, QualityBoard } from '#core/contract/quality.ts';
import type { Ticket } from '#core/contract/signalling.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type PeerTrust, UNKNOWN_PEER } from '#core/trust/peer-trust.ts';
import { createLineKeeper } from '#gateway/client/line-keeper.ts';

/** The line to the gateway and the quality of the call, for the cabin's windows. */
export interface QualityKeeper {
  board(): QualityBoard;
  /** Where the patient's ticket stands: the line is measured while it waits, never in a call, which it would disturb. */
  follow(ticket: Ticket['state']): void;
  /** A physician's page has measured the line between it and this cabin, seen from here; for the call that begins. */
  toldLine(line: LineMeasure): void;
  callQuality(call: CabinCallReport | undefined): void;
  callTrust(trust: PeerTrust): void;
  sideRefusals(refusals: QualityBoard['sideRefusals']): void;
  close(): void;
}

interface QualityKeeperOptions {
  readonly clock: Clock;
  /** Undefined where there is nothing at a distance to measure to. */
  readonly measure: ((stop: AbortSignal) => Promise<Result<LineMeasure, Failure>>) | undefined;
  readonly onChange: () => void;
}

/** An empty board. */
export const createQualityKeeper = ({ clock, measure, onChange }: QualityKeeperOptions): QualityKeeper => {
  let board: QualityBoard = { line: undefined, call: undefined, trust: UNKNOWN_PEER, sideRefusals: [] };
  let told = false;

  const change = (next: Partial<QualityBoard>): void => {
    board = { ...board, ...next };
    onChange();
  };
  const lines = measure && createLineKeeper({ clock, measure, onMeasure: (line) => change({ line }) });

  return {
    board: () => board,
    follow: (ticket) => {
      if (ticket !== 'taken' && board.call) change({ call: undefined });
      // Of the line to one physician, who has gone.
      if (ticket !== 'taken' && told) {
        told = false;
        change({ line: undefined });
      }
      lines?.follow(ticket === 'waiting');
    },
    toldLine: (line) => {
      told = true;
      change({ line });
    },
    callQuality: (call) => change({ call }),
    callTrust: (trust) => change({ trust }),
    sideRefusals: (sideRefusals) => change({ sideRefusals }),
    close: () => lines?.close(),
  };
};
