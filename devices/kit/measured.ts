import type { Values } from '#core/vitals/kinds.ts';

/** Everything that a simulated device has truly measured, each set of values once. */
export interface Measured {
  note(values: Values): void;
  all(): readonly Values[];
}

const keyOf = (values: Values): string =>
  Object.entries(values)
    .map(([key, quantity]) => `${key} ${quantity?.value}`)
    .sort()
    .join(', ');

/** Nothing measured yet. */
export const createMeasured = (): Measured => {
  const seen = new Map<string, Values>();
  return {
    note: (values) => void seen.set(keyOf(values), values),
    all: () => [...seen.values()],
  };
};

/** Whether a reading's values are a set that was measured; a device that measured more than it sent says less, never something else. */
export const wasMeasured = (values: Values, measured: readonly Values[]): boolean =>
  measured.some((truth) =>
    Object.entries(values).every(([key, quantity]) => truth[key as keyof Values]?.value === quantity?.value),
  );
