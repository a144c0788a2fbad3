import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';
import { createSession } from './session.ts';

/** Tanita scales with a serial port. */
export const driver: Driver = { manifest, createDecoder, createSession };
