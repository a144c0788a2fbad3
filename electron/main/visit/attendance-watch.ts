import type { Clock } from '#core/time.ts';
import { isActivity, nextDoubt } from '#core/visit/attendance/watch.ts';
import type { VisitKeeper } from './keeper.ts';

/** Sees to it that a person who has left is missed. */
export interface AttendanceWatch {
  close(): void;
}

/** `clock` keeps real time: who sits there does not live faster when rests do. */
export const watchAttendance = (
  keeper: Pick<VisitKeeper, 'visit' | 'bring' | 'onEvent'>,
  clock: Clock,
): AttendanceWatch => {
  let seen = { signMs: clock.monotonic(), doubtMs: clock.monotonic() };
  let cancel: () => void = () => undefined;

  const arm = (): void => {
    cancel();
    const next = nextDoubt(keeper.visit(), seen);
    if (next === undefined) return;
    cancel = clock.after(Math.max(0, next.dueMs - clock.monotonic()), () =>
      keeper.bring({ type: 'doubt-attendance', to: next.to }),
    );
  };

  keeper.onEvent((event) => {
    const nowMs = clock.monotonic();
    if (isActivity(event)) seen = { ...seen, signMs: nowMs };
    if (event.body.type === 'attendance-doubted') seen = { ...seen, doubtMs: nowMs };
    arm();
  });
  return { close: () => cancel() };
};
