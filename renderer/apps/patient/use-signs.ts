import { useEffect, useRef } from 'react';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { useServices } from './services.ts';

/** Reading, scrolling and writing ask nothing of the cabin, and show that somebody is there; told so often at most, in milliseconds. */
const TOLD_EVERY_MS = 20_000;

/** Tells the cabin that the screen is touched, or a key pressed. */
export const useSigns = ({ stage, attendance }: PatientProjection): void => {
  const { send, monotonic } = useServices();
  const toldMs = useRef(Number.NEGATIVE_INFINITY);
  const counts = stage !== 'welcome' && attendance !== 'away';
  useEffect(() => {
    if (!counts) return undefined;
    const tell = () => {
      if (monotonic() - toldMs.current < TOLD_EVERY_MS) return;
      toldMs.current = monotonic();
      void send({ type: 'give-sign' });
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, tell, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, tell);
    };
  }, [counts, send, monotonic]);
};
