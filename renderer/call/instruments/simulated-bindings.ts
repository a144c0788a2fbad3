import type { InstrumentBindings } from '#core/instruments/bindings.ts';

/** Names of the played instruments; screens say `simulation` beside whatever bears one. */
export const SIMULATED_BINDINGS = {
  stethoscope: { label: 'Stethoscope' },
  ear: { label: 'Otoscope' },
  throat: { label: 'Throat camera' },
  skin: { label: 'Dermatoscope' },
} as const satisfies InstrumentBindings;
