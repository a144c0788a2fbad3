import type { Driver } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';
import { createSession } from './session.ts';

/** TaiDoc and FORA instruments with frames of eight bytes. */
export const driver: Driver = { manifest, createDecoder, createSession, createFrameView };
