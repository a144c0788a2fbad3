import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import { type CabinCallReport, passes, type QualityBoard } from '#core/contract/quality.ts';
import type { Ticket } from '#core/contract/signalling.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type PeerTrust, UNKNOWN_PEER } from '#core/trust/peer-trust.ts';
import { createLineKeeper } from '#gateway/client/line-keeper.ts';

/** The line to the gateway and the quality of the call, for the cabin's windows. */
export interface QualityKeeper {
  board(): QualityBoard;
  /** What was measured from here; a physician's page may measure another part of the way. */
  ownLine(): LineMeasure | undefined;
  /**
   * Where the patient's ticket stands: the line is measured while it waits, never in a call, which it would disturb. `epoch`: of the
   * visit; what an earlier one's call got is told to nobody.
   */
  follow(ticket: Ticket['state'], epoch: number): void;
  /** A physician's page has measured the line between it and this cabin, seen from here; for the call that begins. */
  toldLine(line: LineMeasure): void;
  callQuality(call: CabinCallReport | undefined): void;
  callTrust(trust: PeerTrust): void;
  sideRefusals(refusals: QualityBoard['sideRefusals']): void;
  close(): void;
}

interface QualityKeeperOptions {
  readonly clock: Clock;
  /** Undefined where there is nothing at a distance that the cabin can measure to. */
  readonly measure: ((stop: AbortSignal) => Promise<Result<LineMeasure, Failure>>) | undefined;
  /** Whether a physician's page may measure in the cabin's place, and tell. */
  readonly pagesTell: boolean;
  readonly onChange: () => void;
}

/** An empty board. */
export const createQualityKeeper = ({
  clock,
  measure,
  pagesTell,
  onChange,
}: QualityKeeperOptions): QualityKeeper => {
  let board: QualityBoard = {
    line: undefined,
    call: undefined,
    lastCall: undefined,
    measurable: pagesTell || measure !== undefined,
    trust: UNKNOWN_PEER,
    sideRefusals: [],
  };
  let visitEpoch: number | undefined;
  let own: LineMeasure | undefined;
  let told = false;

  const change = (next: Partial<QualityBoard>): void => {
    board = { ...board, ...next };
    onChange();
  };
  const measured = (line: LineMeasure): void => {
    own = line;
    change({ line, lastCall: undefined });
  };
  const lines = measure && createLineKeeper({ clock, measure, onMeasure: measured });

  return {
    board: () => board,
    ownLine: () => own,
    follow: (ticket, epoch) => {
      if (epoch !== visitEpoch && board.lastCall) change({ lastCall: undefined });
      visitEpoch = epoch;
      if (ticket !== 'taken' && board.call) change({ call: undefined });
      // Of the line to one physician, who has gone.
      if (ticket !== 'taken' && told) {
        told = false;
        change({ line: own });
      }
      lines?.follow(ticket === 'waiting');
    },
    toldLine: (line) => {
      told = true;
      change({ line, lastCall: undefined });
    },
    callQuality: (call) => {
      if (call === undefined || !passes(call)) return change({ call });
      const { faults: _, physicianFaults: __, ...lastCall } = call;
      change({ call, lastCall });
    },
    callTrust: (trust) => change({ trust }),
    sideRefusals: (sideRefusals) => change({ sideRefusals }),
    close: () => lines?.close(),
  };
};
