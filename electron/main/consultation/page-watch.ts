import type { PhysicianPresence } from '#core/contract/signalling.ts';

interface PageWatchOptions {
  /** Whether this physician is with the patient. */
  readonly holds: (physicianId: string) => boolean;
  /** Another page of that physician is there while the one before has not left: a second tab, or one opened again after it was killed. */
  readonly onReplaced: () => void;
}

/** Takes every presence of a physician; knows by it which page of theirs speaks. */
export const createPageWatch = ({ holds, onReplaced }: PageWatchOptions) => {
  const pages = new Map<string, string>();
  return (physicianId: string, { state, page }: PhysicianPresence): void => {
    const before = pages.get(physicianId);
    if (state === 'offline' || page === undefined) {
      pages.delete(physicianId);
      return;
    }
    pages.set(physicianId, page);
    if (before !== undefined && before !== page && holds(physicianId)) onReplaced();
  };
};
