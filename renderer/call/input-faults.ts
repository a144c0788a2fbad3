import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Why something that came over a channel of a call was not taken. None of them ends a call. */
export type InputFault = Extract<
  ErrorCode,
  'INVALID_MESSAGE' | 'MESSAGE_TOO_LONG' | 'MESSAGE_OUT_OF_ORDER' | 'MESSAGE_TOO_MANY'
>;

/** After this long without another one, all is well again. */
const QUIET_MS: Milliseconds = 20_000;

/** What a page says of messages that it could not take: each kind once, until it has read for a while without one. */
export interface InputFaults {
  meet(fault: InputFault): void;
  /** What came before counts no more: another channel, or the end. */
  forget(): void;
}

/** `show` is called with what is to be told, and with undefined once it is over. */
export const createInputFaults = (
  clock: Pick<Clock, 'after'>,
  show: (fault: InputFault | undefined) => void,
): InputFaults => {
  const told = new Set<InputFault>();
  let cancel = (): void => {};
  const forget = (): void => {
    cancel();
    if (told.size === 0) return;
    told.clear();
    show(undefined);
  };
  return {
    meet: (fault) => {
      cancel();
      cancel = clock.after(QUIET_MS, forget);
      if (told.has(fault)) return;
      told.add(fault);
      show(fault);
    },
    forget,
  };
};
