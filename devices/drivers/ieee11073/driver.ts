import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';
import { createSession } from './session.ts';

/** IEEE 11073-20601 agents over USB PHDC. */
export const driver: Driver = { manifest, createDecoder, createSession, createFrameView };
