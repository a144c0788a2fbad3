import type { Clock, Milliseconds } from '#core/time.ts';

/** `EX_SOFTWARE` of sysexits.h: an error of the program itself. */
export const EXIT_UNEXPECTED = 70;
/** Letting go of cuffs and ports takes under two seconds; whatever has not ended by then is left to the system. */
export const CLOSING_PATIENCE_MS: Milliseconds = 5_000;

/** What went wrong and where. The text of an error is left out: it may quote what a patient said. */
const withoutWords = (error: unknown): string => {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames].join('\n');
};

interface UnexpectedOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** For whoever started the cabin; it holds no patient data. */
  readonly say: (text: string) => void;
  /** Brings devices to rest and closes what is open. */
  readonly close: () => Promise<void>;
  /** Ends the process at once. */
  readonly leave: () => void;
}

/**
 * What to do about an exception that nobody caught: from then on nothing the cabin shows can be relied on, so it brings its devices to rest
 * and ends. Electron would show a dialog instead, and stand still behind it until somebody finds a mouse.
 */
export const createUnexpected = ({ clock, say, close, leave }: UnexpectedOptions) => {
  let ending = false;
  return (error: unknown): void => {
    say(withoutWords(error));
    if (ending) return;
    ending = true;
    let left = false;
    const leaveOnce = (): void => {
      if (left) return;
      left = true;
      leave();
    };
    clock.after(CLOSING_PATIENCE_MS, leaveOnce);
    close().then(leaveOnce, leaveOnce);
  };
};
