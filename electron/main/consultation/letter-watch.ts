import type { LetterCount } from '#core/contract/technician.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { openGuest } from '#core/visit/company/company.ts';
import type { CabinSender } from '#gateway/client/cabin-desk.ts';
import type { Dropped, LetterFault } from '#gateway/client/inbound.ts';
import type { VisitKeeper } from '../visit/keeper.ts';

/** Counts the letters that were not taken, for the technician, and puts those of the call under way into the visit. */
export interface LetterWatch {
  note(dropped: Dropped<CabinSender>): void;
  /** Since the cabin was started, by kind. */
  counts(): readonly LetterCount[];
  close(): void;
}

interface LetterWatchOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly clock: Clock;
  /** The counts have changed. */
  readonly onChange: () => void;
  /** One line for the technician. */
  readonly say: (line: string) => void;
}

/** Between two tellings of new counts: a flood of letters is no flood of news. */
const TELL_EVERY_MS: Milliseconds = 1_000;

/** No letter was dropped yet. */
export const createLetterWatch = ({ keeper, clock, onChange, say }: LetterWatchOptions): LetterWatch => {
  const counts = new Map<LetterFault, LetterCount>();
  let epoch: number | undefined;
  /** What the visit and the technician's line were told of in this visit. */
  let recorded = new Set<LetterFault>();
  let said = new Set<string>();
  let cancelTelling: (() => void) | undefined;

  const tellSoon = (): void => {
    cancelTelling ??= clock.after(TELL_EVERY_MS, () => {
      cancelTelling = undefined;
      onChange();
    });
  };
  /** A stranger's letters touch no visit: whoever wants to fill its record has to be in it. */
  const takesPart = ({ role, id }: CabinSender): boolean => {
    const { claim, company } = keeper.visit();
    return role === 'physician' ? claim?.physicianId === id : openGuest(company)?.guestId === id;
  };

  return {
    note: ({ code, from }) => {
      const visit = keeper.visit();
      if (visit.epoch !== epoch) {
        ({ epoch } = visit);
        recorded = new Set();
        said = new Set();
      }
      counts.set(code, { code, count: (counts.get(code)?.count ?? 0) + 1, at: clock.now() });
      tellSoon();
      const line = `letter of a ${from.role} dropped: ${code}`;
      if (!said.has(line)) {
        said.add(line);
        say(line);
      }
      if (recorded.has(code) || !takesPart(from)) return;
      recorded.add(code);
      keeper.bring({ type: 'note-incident', code });
    },
    counts: () => [...counts.values()],
    close: () => cancelTelling?.(),
  };
};
