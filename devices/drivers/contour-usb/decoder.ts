import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createFrameReader, type FrameEvent } from './frames.ts';
import { manifest } from './manifest.ts';
import { createUnwrapper } from './packets.ts';
import { createSequence } from './sequence.ts';
import { createTransmission } from './transmission.ts';

/** One reading per result of glucose; a chunk is one report. A frame that is sent again after a NAK is the same one. */
export const createDecoder = (): Decoder => {
  const reader = createFrameReader();
  const unwrap = createUnwrapper();
  const sequence = createSequence();
  const transmission = createTransmission();

  const refused = (reason: 'checksum' | 'structure'): DecodedReading => ({
    kind: 'blood-glucose',
    status: 'invalid',
    reason,
    flags: [],
    device: transmission.header()?.identity ?? manifest.identity,
    frames: 1,
  });

  const readingOf = (event: FrameEvent): DecodedReading | undefined => {
    switch (event.type) {
      case 'control':
        if (event.control === 'eot') sequence.reset();
        return undefined;
      case 'frame': {
        const place = sequence.accept(event.frame);
        if (place === 'new') return transmission.take(event.frame.text);
        return place === 'gap' ? refused('structure') : undefined;
      }
      case 'checksum':
        return refused('checksum');
      default:
        return refused('structure');
    }
  };

  const decode = (event: FrameEvent): Decoded[] => {
    const reading = readingOf(event);
    if (reading === undefined) return [];
    return [{ type: 'reading', reading, raw: event.type === 'control' ? new Uint8Array() : event.raw }];
  };

  return {
    push: (report) => {
      const carried = unwrap(report);
      return (
        carried === undefined ? [{ type: 'noise' as const, raw: report }] : reader.push(carried.payload)
      ).flatMap(decode);
    },
    end: () => reader.end().flatMap(decode),
  };
};
