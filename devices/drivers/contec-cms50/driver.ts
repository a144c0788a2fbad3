import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';
import { createSession } from './session.ts';

/** Contec CMS50 pulse oximeters, protocol V7.0. */
export const driver: Driver = { manifest, createDecoder, createSession };
