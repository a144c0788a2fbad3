import { assertNever } from '#core/result.ts';
import { concatBytes } from '../../kit/bytes.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { deviceTimeOf } from './device-clock.ts';
import { familyOf, modelOf } from './families.ts';
import { COMMANDS, createFrameReader, type FrameEvent, type TaiDocFrame } from './frames.ts';
import { manifest } from './manifest.ts';
import { readRecord, readSaturation, refusedFrame, type Sender, UNKNOWN_SENDER } from './reading.ts';

/** What a reply to 24 makes of its sender. */
export const senderOf = (data: Uint8Array): Sender | undefined => {
  const model = modelOf(data);
  if (model === undefined) return undefined;
  return { identity: { ...manifest.identity, model: `TD-${model}` }, family: familyOf(model) };
};

/** One reading per result; the model that the device said before decides what a result means, and none means nothing. */
export const createDecoder = (): Decoder => {
  const reader = createFrameReader();
  let sender = UNKNOWN_SENDER;
  /** The reply to 25 that came directly before: it dates the next result and no other. */
  let dated: TaiDocFrame | undefined;

  const takeFrame = (frame: TaiDocFrame): Decoded[] => {
    const time = dated;
    dated = frame.command === COMMANDS.recordTime ? frame : undefined;
    switch (frame.command) {
      case COMMANDS.model:
        sender = senderOf(frame.data) ?? UNKNOWN_SENDER;
        return [];
      case COMMANDS.recordValue: {
        const reading = readRecord(sender, frame.data, time && deviceTimeOf(time.data));
        return [{ type: 'reading', reading, raw: concatBytes([...(time ? [time.raw] : []), frame.raw]) }];
      }
      case COMMANDS.saturation:
        return [{ type: 'reading', reading: readSaturation(sender, frame.data), raw: frame.raw }];
      default:
        return [];
    }
  };

  const take = (event: FrameEvent): Decoded[] => {
    switch (event.type) {
      case 'frame':
        return event.frame.from === 'device' ? takeFrame(event.frame) : [];
      case 'checksum':
      case 'structure':
        dated = undefined;
        return [{ type: 'reading', reading: refusedFrame(sender, event.type), raw: event.raw }];
      default:
        return assertNever(event);
    }
  };

  return {
    push: (bytes) => reader.push(bytes).flatMap(take),
    end: () => reader.end().flatMap(take),
  };
};
