import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';
import { createSession } from './session.ts';

/** A&D TM-2655P and TM-2657P blood pressure monitors. */
export const driver: Driver = { manifest, createDecoder, createSession };
