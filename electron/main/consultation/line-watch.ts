import { type CallLevels, nothingFor } from '#core/call/ledger.ts';
import { type LineNews, nextLineLookMs, STANDING_LINE, watchLine } from '#core/call/line-fall.ts';
import type { Clock } from '#core/time.ts';
import type { VisitKeeper } from '../visit/keeper.ts';

/** Sees to it that the physician is asked how to go on when the line bears no picture any more. */
export interface LineWatch {
  /** What the patient's window finds of the call now. */
  hear(levels: CallLevels): void;
  windowGone(): void;
  /** The visit has changed: another consultation has another line. */
  refresh(): void;
  close(): void;
}

interface LineWatchOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  /** Real time, not the visit's. */
  readonly clock: Clock;
}

export const createLineWatch = ({ keeper, clock }: LineWatchOptions): LineWatch => {
  let line = STANDING_LINE;
  let cancelLook = (): void => {};

  const inCall = (): boolean => {
    const { stage, claim, closing } = keeper.visit();
    return stage === 'call' && claim !== undefined && closing === undefined;
  };
  const tell = (news: LineNews): void => {
    const { line: next, outcome } = watchLine(line, news, clock.monotonic());
    line = next;
    cancelLook();
    const lookMs = nextLineLookMs(line);
    cancelLook =
      lookMs === undefined
        ? () => {}
        : clock.after(Math.max(0, lookMs - clock.monotonic()), () => tell({ type: 'time-passed' }));
    if (outcome === 'ask') keeper.bring({ type: 'ask-about-line' });
    if (outcome === 'recovered') keeper.bring({ type: 'note-line-recovered' });
  };
  const hear = (levels: CallLevels): void => {
    if (inCall()) tell({ type: 'levels', levels });
  };

  return {
    hear,
    windowGone: () => hear(nothingFor('CALL_LOST')),
    refresh: () => {
      if (!inCall() && line !== STANDING_LINE) tell({ type: 'over' });
    },
    close: () => cancelLook(),
  };
};
