import type { Clock } from '#core/time.ts';
import { RING_EVERY } from './alert-sound.ts';
import type { Alert } from './model/current-task.ts';

/**
 * Rings at once when somebody calls, and again until it is acknowledged. A help request that becomes an emergency rings as one
 * at once.
 */
export const createRing = (
  clock: Pick<Clock, 'after'>,
  ring: (alert: Exclude<Alert, 'none'>) => void,
): ((alert: Alert) => void) => {
  let current: Alert = 'none';
  let cancel: () => void = () => undefined;
  const sound = (alert: Exclude<Alert, 'none'>): void => {
    ring(alert);
    cancel = clock.after(RING_EVERY[alert], () => sound(alert));
  };
  return (alert) => {
    if (alert === current) return;
    current = alert;
    cancel();
    if (alert !== 'none') sound(alert);
  };
};
