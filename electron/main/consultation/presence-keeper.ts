import { boardOf, type PresenceReports } from '#core/call/presence.ts';
import type { PresenceBoard, PresenceReport } from '#core/contract/presence.ts';
import type { CallParty } from '#core/contract/side-calls.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** A page says every two seconds what it sends and gets; one that has not for this long is not there. */
const FRESH_MS: Milliseconds = 5_000;

/** Holds what every page says of its own, and tells who hears and sees whom. */
export interface PresenceKeeper {
  hear(party: CallParty, report: PresenceReport): void;
  board(): PresenceBoard;
  close(): void;
}

export const createPresenceKeeper = (
  clock: Clock,
  onChange: (board: PresenceBoard) => void,
): PresenceKeeper => {
  let reports: PresenceReports = {};
  let board: PresenceBoard = [];
  const deadlines = new Map<CallParty, () => void>();

  const put = (party: CallParty, report: PresenceReport | undefined): void => {
    const { [party]: _before, ...others } = reports;
    reports = report === undefined ? others : { ...others, [party]: report };
    const next = boardOf(reports);
    if (JSON.stringify(next) === JSON.stringify(board)) return;
    board = next;
    onChange(board);
  };

  return {
    hear: (party, report) => {
      deadlines.get(party)?.();
      deadlines.set(
        party,
        clock.after(FRESH_MS, () => put(party, undefined)),
      );
      put(party, report);
    },
    board: () => board,
    close: () => {
      for (const cancel of deadlines.values()) cancel();
    },
  };
};
