import type { VisitEvent } from '#core/visit/events.ts';

/** The append-only list of a visit's events. */
export interface Journal {
  append(events: readonly VisitEvent[]): void;
  read(): readonly VisitEvent[];
  /** Destroys the visit's events for good. */
  erase(): void;
}

/** A journal that lives and dies with the process: nothing of a visit touches the disk. */
export const createMemoryJournal = (): Journal => {
  let kept: VisitEvent[] = [];
  return {
    append: (events) => {
      kept.push(...events);
    },
    read: () => kept,
    erase: () => {
      kept = [];
    },
  };
};
