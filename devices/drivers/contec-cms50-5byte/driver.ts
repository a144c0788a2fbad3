import type { Driver } from '../../kit/driver.ts';
import { createOximeterDecoder } from '../../kit/oximetry/decoder.ts';
import { createOximeterSession } from '../../kit/oximetry/session.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';
import { stream } from './stream.ts';

/** Contec pulse oximeters, five-byte packets. */
export const driver: Driver = {
  manifest,
  createDecoder: () => createOximeterDecoder(stream),
  createSession: (context) => createOximeterSession(stream, context),
  createFrameView,
};
