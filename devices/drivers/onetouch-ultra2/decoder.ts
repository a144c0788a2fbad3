import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createLineReader, type LineEvent } from './lines.ts';
import { manifest } from './manifest.ts';
import { modelOf, readMessage } from './messages.ts';
import { readRecord, type Speaker } from './record.ts';

/** A shorter stretch of bytes that is no line is a glitch, not a message. */
const SHORTEST_NOISE = 16;

const damaged = (reason: 'checksum' | 'structure', { device }: Speaker): DecodedReading => ({
  kind: 'blood-glucose',
  status: 'invalid',
  reason,
  flags: [],
  device,
  frames: 1,
});

/** One reading per record; the meter's answers about itself say who speaks. */
export const createDecoder = (): Decoder => {
  const reader = createLineReader();
  let speaker: Speaker = { device: manifest.identity, unit: undefined };

  const knowSerial = (serial: string): void => {
    const model = modelOf(serial) ?? speaker.device.model;
    speaker = { ...speaker, device: { ...speaker.device, model, serial } };
  };

  const readingOf = (event: LineEvent): DecodedReading | undefined => {
    if (event.type === 'structure' && event.raw.length < SHORTEST_NOISE) return undefined;
    if (event.type !== 'line') return damaged(event.type, speaker);
    const message = readMessage(event.text);
    if (message.type === 'record') return readRecord(message.text, speaker);
    if (message.type === 'version') {
      speaker = { ...speaker, device: { ...speaker.device, firmware: message.version } };
    }
    if (message.type === 'serial') knowSerial(message.serial);
    if (message.type === 'header') {
      knowSerial(message.serial);
      speaker = { ...speaker, unit: message.unit };
    }
    return undefined;
  };

  const decode = (event: LineEvent): Decoded[] => {
    const reading = readingOf(event);
    return reading === undefined ? [] : [{ type: 'reading', reading, raw: event.raw }];
  };

  return {
    push: (bytes) => reader.push(bytes).flatMap(decode),
    end: () => reader.end().flatMap(decode),
  };
};
