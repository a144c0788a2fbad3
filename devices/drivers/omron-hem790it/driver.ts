import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';
import { createMask } from './mask.ts';
import { createSession } from './session.ts';

/** Omron HEM-790IT blood pressure monitors. */
export const driver: Driver = { manifest, createDecoder, createSession, createFrameView, createMask };
