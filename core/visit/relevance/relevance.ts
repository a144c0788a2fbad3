import type { Visit } from '../visit.ts';

/** Whether the physician who holds the visit has decided, knowing all that speaks against remote care. */
export const isDecided = ({
  pathway,
  exclusions,
}: {
  readonly pathway?: Visit['pathway'] | undefined;
  readonly exclusions: Visit['exclusions'];
}): boolean => pathway !== undefined && exclusions.every(({ weighed }) => weighed);
