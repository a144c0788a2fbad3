import type { Clock, Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { concatBytes } from '../kit/bytes.ts';
import { type CaptureChunk, formatCaptureFile } from '../kit/capture-file.ts';
import type { Driver } from '../kit/driver.ts';

/** What the header of a recording says besides the driver. */
export interface RecordingFacts {
  /** As the device said it; the driver's own until then. */
  readonly identity?: DeviceIdentity;
  /** A simulator was at the other end: the file is constructed, whatever its bytes look like. */
  readonly simulated?: boolean;
}

/** Notes the traffic of one device. */
export interface Recorder {
  /** A chunk, a report or an APDU, as it arrives or leaves. */
  note(direction: CaptureChunk['direction'], bytes: Uint8Array): void;
  /** Bytes noted so far, both directions. */
  bytes(): number;
  /** Ends the recording and gives the text of its capture file. */
  finish(facts?: RecordingFacts): string;
}

interface Noted {
  readonly direction: CaptureChunk['direction'];
  readonly at: Milliseconds;
  readonly parts: Uint8Array[];
  /** Bytes of it that the mask still holds back. */
  missing: number;
}

const sourceOf = (
  { manifest }: Driver,
  { identity = manifest.identity, simulated }: RecordingFacts,
): string =>
  `${identity.maker} ${identity.model}`.trim() + (simulated === true ? ', from its simulator' : '');

/**
 * A recording that begins now. What identifies a patient is masked before it is kept. A mask keeps lengths but may hold bytes back
 * until it knows what they belong to: they are put back into the chunk that they came in, at its time.
 */
export const createRecorder = (driver: Driver, clock: Clock): Recorder => {
  const began = clock.monotonic();
  const day = clock.now().slice(0, 10);
  const mask = driver.createMask?.();
  const noted: Noted[] = [];
  let waiting: Noted[] = [];
  let length = 0;
  let finished = false;

  const release = (masked: Uint8Array): void => {
    let rest = masked;
    for (let chunk = waiting[0]; chunk !== undefined && rest.length > 0; chunk = waiting[0]) {
      const part = rest.slice(0, chunk.missing);
      chunk.parts.push(part);
      chunk.missing -= part.length;
      rest = rest.slice(part.length);
      if (chunk.missing === 0) waiting = waiting.slice(1);
    }
  };

  return {
    note: (direction, bytes) => {
      if (finished || bytes.length === 0) return;
      length += bytes.length;
      const at = Math.round(clock.monotonic() - began);
      const isMasked = direction === 'from-device' && mask !== undefined;
      const chunk: Noted = { direction, at, parts: isMasked ? [] : [bytes.slice()], missing: bytes.length };
      noted.push(chunk);
      if (!isMasked) return;
      waiting.push(chunk);
      release(mask.push(bytes));
    },
    bytes: () => length,
    finish: (facts = {}) => {
      if (!finished && mask !== undefined) release(mask.end());
      finished = true;
      const comments = [
        `${sourceOf(driver, facts)}, ${day}, by Cabine`,
        `driver: ${driver.manifest.id}`,
        ...(mask === undefined ? [] : ['masked: patient identifiers']),
      ];
      const chunks = noted.map(({ direction, at, parts }) => ({ direction, at, bytes: concatBytes(parts) }));
      return formatCaptureFile(facts.simulated === true ? 'constructed' : 'recorded', comments, chunks);
    },
  };
};
