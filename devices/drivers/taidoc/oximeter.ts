import type { Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { toHex } from '../../kit/bytes.ts';
import {
  type OximeterEvent,
  type OximeterStream,
  type OximetryFrame,
  plausibleOximetryChange,
  sameOximetry,
} from '../../kit/oximetry/stream.ts';
import { COMMANDS, createFrameReader, type FrameEvent, hostFrame } from './frames.ts';
import { manifest } from './manifest.ts';
import { saturationOf } from './values.ts';

const QUESTION = hostFrame(COMMANDS.saturation);
const ASKED_EVERY_MS: Milliseconds = 1_000;
/**
 * No source says whether 49 tells what is measured now or what was measured last. A number that has not moved for so many replies,
 * or has not moved yet, is not believed to be of now.
 */
const STANDING = 8;

const frameOf = (data: Uint8Array, raw: Uint8Array): OximetryFrame => {
  const measured = saturationOf(data);
  return {
    sample:
      measured.status === 'valid'
        ? { type: 'value', value: measured.values }
        : { type: 'none', reason: measured.reason },
    weak: false,
    raw,
  };
};

const createReader = (): ReturnType<OximeterStream['createReader']> => {
  const reader = createFrameReader();
  let last = '';
  let repeats = STANDING;

  const take = (event: FrameEvent): OximeterEvent[] => {
    if (event.type !== 'frame') return [{ type: 'damage', reason: event.type, lostSamples: 0 }];
    const { from, command, data, raw } = event.frame;
    if (from !== 'device' || command !== COMMANDS.saturation) return [];
    const said = toHex(data);
    const isFirst = last === '';
    if (said === last) repeats += 1;
    else if (!isFirst) repeats = 0;
    last = said;
    const frame: OximeterEvent = { type: 'frame', frame: frameOf(data, raw) };
    return repeats >= STANDING ? [{ type: 'stuck' }, frame] : [frame];
  };

  return { push: (bytes) => reader.push(bytes).flatMap(take), end: () => reader.end().flatMap(take) };
};

/** An oximeter that is asked once a second what it measures. */
export const oximeterStream = (identity: DeviceIdentity): OximeterStream => ({
  manifest: { ...manifest, identity },
  framesPerSecond: 1,
  rules: { window: 1, jumpWindow: 3, same: sameOximetry, plausibleChange: plausibleOximetryChange },
  toleratedBadFrames: 1,
  talk: {
    hello: [QUESTION],
    start: [],
    stop: [],
    keepAlive: { every: ASKED_EVERY_MS, bytes: QUESTION },
  },
  createReader,
});
