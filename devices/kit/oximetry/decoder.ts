import { assertNever } from '#core/result.ts';
import type { DecodedReading, InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes, flatMapItems } from '../bytes.ts';
import type { Decoded, Decoder, WaveSamples } from '../driver.ts';
import { createRunTracker, type Run } from '../stability.ts';
import type { OximeterEvent, OximeterStream, OximetryFrame } from './stream.ts';
import { createWaveBlocks } from './wave-blocks.ts';

/** Raw frames kept of one run: the stream may stay the same for hours. */
const FRAMES_KEPT = 600;

const isStored = ({ flags = [] }: OximetryFrame): boolean => flags.includes('stored');

/** What the frames of one run of equal values have in common. */
const createRunNotes = () => {
  const counts = new Map<ReadingFlag, number>();
  const raws: Uint8Array[] = [];
  let last: OximetryFrame | undefined;
  return {
    note: (frame: OximetryFrame): void => {
      const { weak, flags = [], raw } = frame;
      for (const flag of new Set([...(weak ? (['low-perfusion'] as const) : []), ...flags])) {
        counts.set(flag, (counts.get(flag) ?? 0) + 1);
      }
      last = frame;
      if (raws.length < FRAMES_KEPT) raws.push(raw);
    },
    /** Flags that at least half of the frames bear: one frame of a long run is damage, not the patient. */
    flags: (frames: number): ReadingFlag[] =>
      [...counts].flatMap(([flag, count]) => (count * 2 >= frames ? [flag] : [])),
    deviceTime: (): string | undefined => last?.deviceTime,
    /** Whether the frame belongs to this run at all: what comes out of a memory is told apart from what is of now. */
    isOfOneSource: (frame: OximetryFrame): boolean =>
      last === undefined || isStored(last) === isStored(frame),
    raw: (): Uint8Array => concatBytes(raws),
  };
};

/** Turns an oximeter's stream into one reading per run of equal values, and its pulse wave into blocks of at most one second. */
export const createOximeterDecoder = (stream: OximeterStream): Decoder => {
  const reader = stream.createReader();
  const tracker = createRunTracker<Values, InvalidReason>(stream.rules);
  let device = stream.manifest.identity;
  let notes = createRunNotes();
  const waves = createWaveBlocks(stream.wave);

  const readingOf = ({ sample, frames, confirmed }: Run<Values, InvalidReason>): DecodedReading => {
    const isUnprotected = sample.type === 'value' && frames < (stream.unprotectedBelow ?? 0);
    const flags: ReadingFlag[] =
      sample.type === 'value'
        ? [...notes.flags(frames), ...(isUnprotected ? (['unprotected'] as const) : [])]
        : [];
    const deviceTime = notes.deviceTime();
    const common = {
      kind: 'oximetry' as const,
      ...(deviceTime === undefined ? {} : { deviceTime }),
      flags,
      device,
      frames,
    };
    if (sample.type === 'none') return { ...common, status: 'invalid', reason: sample.reason };
    return confirmed
      ? { ...common, status: 'valid', values: sample.value }
      : { ...common, status: 'invalid', reason: 'unconfirmed' };
  };

  const closeRun = (ended: Run<Values, InvalidReason> | undefined): Decoded[] => {
    if (ended === undefined) return [];
    const decoded: Decoded = { type: 'reading', reading: readingOf(ended), raw: notes.raw() };
    notes = createRunNotes();
    return [decoded];
  };

  const recordOf = ({ sample, flags, deviceTime, raw }: OximetryFrame, frames: number): Decoded => {
    const common = {
      kind: 'oximetry' as const,
      ...(deviceTime === undefined ? {} : { deviceTime }),
      flags: [...(flags ?? [])],
      device,
      frames,
    };
    const reading: DecodedReading =
      sample.type === 'value'
        ? { ...common, status: 'valid', values: sample.value }
        : { ...common, status: 'invalid', reason: sample.reason };
    return { type: 'reading', reading, raw };
  };

  const decodedWaves = (blocks: readonly WaveSamples[]): Decoded[] =>
    blocks.map((wave) => ({ type: 'wave', wave }));

  const take = (event: OximeterEvent): Decoded[] => {
    switch (event.type) {
      case 'frame': {
        const { frame } = event;
        const ended = [
          ...(notes.isOfOneSource(frame) ? [] : closeRun(tracker.end())),
          ...closeRun(tracker.push(frame.sample)),
        ];
        notes.note(frame);
        return ended;
      }
      case 'record':
        return [...closeRun(tracker.end()), recordOf(event.frame, event.frames)];
      case 'pleth': {
        const ended = waves.push(event.sample, event.fullScale);
        const isFull = waves.waiting() >= (stream.wave?.sampleRateHz ?? 1);
        return decodedWaves([...ended, ...(isFull ? waves.close() : [])]);
      }
      case 'damage': {
        const ended = waves.close();
        waves.skip(event.lostSamples);
        return [...decodedWaves(ended), ...closeRun(tracker.push({ type: 'none', reason: event.reason }))];
      }
      case 'answer':
        device = event.identity ?? device;
        return [];
      case 'battery':
      case 'stuck':
        return [];
      default:
        return assertNever(event);
    }
  };

  return {
    push: (bytes) => flatMapItems(reader.push(bytes), take),
    end: () => [...reader.end().flatMap(take), ...decodedWaves(waves.close()), ...closeRun(tracker.end())],
  };
};
