import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { devicePacket, TYPES } from './drivers/contec-cms50/packets.ts';
import { livePacket } from './drivers/contec-cms50-5byte/live-packet.ts';
import { displayFrame } from './drivers/nonin/display-frame.ts';
import { ALL_EQUAL, packetBytes } from './drivers/nonin/test-packets.ts';
import { concatBytes } from './kit/bytes.ts';
import { parseCaptureFile } from './kit/capture-file.ts';
import { validReadingsOf } from './kit/test-kit.ts';
import { DRIVERS } from './registry.ts';

/**
 * A cabin's port may have the wrong device on it, or the right one in a format of another age. Whatever speaks there, an oximeter's
 * reader never makes a confirmed value of bytes that are not its own.
 */
const oximeters = DRIVER_IDS.filter((id) => DRIVERS[id].manifest.measures.includes('oximetry'));

const capturesOf = (id: DriverId): { name: string; chunks: Uint8Array[] }[] => {
  const folder = join(import.meta.dirname, 'drivers', id, 'captures');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cap'))
    .map((file) => {
      const parsed = parseCaptureFile(readFileSync(join(folder, file), 'utf8'));
      const chunks = parsed.ok ? parsed.value.chunks : [];
      return { name: `${id}/${file}`, chunks: chunks.map(({ bytes }) => bytes) };
    });
};

describe.each(oximeters)('%s', (id) => {
  const others = DRIVER_IDS.filter((other) => other !== id).flatMap(capturesOf);

  test.each(others)('makes nothing of $name', ({ chunks }) => {
    expect(validReadingsOf(DRIVERS[id].createDecoder, chunks)).toEqual([]);
  });
});

/** Streams in which every byte that a protocol leaves free is any byte, and stands still or moves. */
const STREAMS = {
  'contec-cms50': (free: Uint8Array, at: number) =>
    devicePacket(
      TYPES.realTime,
      ...Array.from(free, (byte, index) => (index === 1 ? byte + at : byte) & 0xff),
    ),
  'contec-cms50-5byte': (
    [first = 0, wave = 0, third = 0, pulseRate = 0, saturation = 0]: Uint8Array,
    at: number,
  ) =>
    livePacket({
      first: first & 0x70,
      signal: first & 0x0f,
      wave: (wave + at) & 0x7f,
      third: third & 0x30,
      pulseRate,
      oxygenSaturation: saturation & 0x7f,
    }),
  'nonin, format 2': ([status = 0, wave = 0, pulseRate = 0, saturation = 0]: Uint8Array, at: number) =>
    nonin(2, status, wave + at, pulseRate, saturation),
  'nonin, format 7': ([status = 0, high = 0, pulseRate = 0, saturation = 0]: Uint8Array, at: number) =>
    nonin(7, status, high * 256 + at, pulseRate, saturation),
  'nonin, format 8': ([first = 0, pulseRate = 0, saturation = 0, second = 0]: Uint8Array) =>
    displayFrame(first & 0x7c, pulseRate, saturation & 0x7f, second & 0x7f),
} as const;

const nonin = (
  format: 2 | 7,
  status: number,
  wave: number,
  pulseRate: number,
  saturation: number,
): Uint8Array => {
  const oxygenSaturation = saturation & 0x7f;
  const fields = { ...ALL_EQUAL, pulseRate, pulseRateDisplay: pulseRate, oxygenSaturation };
  const options = { format, status: status & 0x7e, pleth: () => wave & (format === 2 ? 0xff : 0xffff) };
  return packetBytes({ ...fields, oxygenSaturationDisplay: oxygenSaturation }, options);
};

const driverOf = (stream: string): string => stream.split(',')[0] ?? '';

describe.each(Object.entries(STREAMS))('a stream of %s, whatever it says', (name, piece) => {
  test.each(oximeters.filter((id) => id !== driverOf(name)))('is nothing to %s', (id) => {
    const free = fc.uint8Array({ minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(free, fc.boolean(), fc.nat(24), (bytes, moves, cut) => {
        const pieces = Array.from({ length: 60 }, (_, at) => piece(bytes, moves ? at : 0));
        const stream = concatBytes(pieces).slice(cut);
        expect(validReadingsOf(DRIVERS[id].createDecoder, [stream])).toEqual([]);
      }),
    );
  });
});

/** Lines of text oximeters, and of a navigation receiver. */
const LINES = [
  '05/12/14 10:09:03 SN=0000070986 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800\r\n',
  '27-Jan-11 23:21:28   97      72      45        PS\r\n',
  'SPO2=097 HR=072\r\n',
  '$GPGGA,094105,4800.072,N,00011.922,E,1,08,0.9,54.4,M,46.9,M,,*47\r\n',
];

test.each(oximeters.filter((id) => DRIVERS[id].manifest.id.startsWith('contec') || id === 'nonin'))(
  'lines of text are nothing to %s',
  (id) => {
    const text = new TextEncoder().encode(LINES.map((line) => line.repeat(30)).join(''));
    expect(validReadingsOf(DRIVERS[id].createDecoder, [text])).toEqual([]);
  },
);

describe('formats of nonin do not speak for one another', () => {
  test('whatever a stream says, its readings are those of its own packets', () => {
    const free = fc.uint8Array({ minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.constantFrom(2, 7), free, fc.nat(124), (format, bytes, cut) => {
        const [status = 0, wave = 0, pulseRate = 0, saturation = 0] = bytes;
        const pieces = Array.from({ length: 20 }, (_, at) =>
          nonin(format === 2 ? 2 : 7, status, wave + at, pulseRate, saturation),
        );
        const stream = concatBytes(pieces).slice(cut);
        for (const reading of validReadingsOf(DRIVERS.nonin.createDecoder, [stream])) {
          expect(reading).toMatchObject({
            values: { spo2: { value: saturation & 0x7f }, 'pulse-rate': { value: pulseRate } },
          });
          expect(reading.flags).not.toContain('unprotected');
        }
      }),
    );
  });
});
