import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../kit/bytes.ts';
import {
  COMMANDS,
  createPacketReader,
  deviceIdText,
  devicePacket,
  hostPacket,
  type PacketEvent,
} from './packets.ts';

const read = (hex: string): readonly PacketEvent[] =>
  createPacketReader().push(fromHex(hex) ?? new Uint8Array());
const types = (events: readonly PacketEvent[]): string[] =>
  events.map((event) => (event.type === 'packet' ? event.packet.type.toString(16) : 'damage'));

/** A real-time packet published by titinho11/CMS50E-raw-ppg-data. */
const REAL_TIME = '01 E0 84 93 92 BC E3 FF FF';

describe('createPacketReader', () => {
  test('restores bit 7 of the data from the high byte', () => {
    const [event] = read(REAL_TIME);
    expect(event?.type === 'packet' && toHex(event.packet.data)).toBe('04 13 12 3C 63 FF FF');
  });

  test('reads the documented "user" answer', () => {
    const [event] = read('04 80 F5 F3 E5 F2 A0 A0 A0');
    expect(event?.type === 'packet' && deviceIdText(event.packet.data)).toBe('user');
  });

  test.each([
    ['01', 9],
    ['04', 9],
    ['05', 9],
    ['07', 8],
    ['08', 8],
    ['09', 6],
    ['0A', 4],
    ['0B', 4],
    ['0C', 2],
    ['0D', 3],
    ['0E', 3],
    ['0F', 8],
    ['10', 3],
    ['11', 9],
    ['12', 8],
    ['15', 9],
  ])('a packet of type %s has %d bytes, and the next one follows without damage', (type, length) => {
    const packet = [type, ...Array.from({ length: length - 1 }, () => '80')].join(' ');
    expect(types(read(`${packet} ${REAL_TIME}`))).toEqual([Number.parseInt(type, 16).toString(16), '1']);
  });

  test.each(['02', '03', '06', '13', '14'])(
    'skips the undocumented answer %s whatever its length',
    (type) => {
      expect(types(read(`${REAL_TIME} ${type} 80 81 82 83 84 85 86 87 88 89 ${REAL_TIME}`))).toEqual([
        '1',
        '1',
      ]);
      expect(types(read(`${type} ${REAL_TIME}`))).toEqual(['1']);
    },
  );

  test('a packet that is cut, an unknown type and stray bytes are damage, once each', () => {
    expect(types(read(`01 E0 84 ${REAL_TIME}`))).toEqual(['damage', '1']);
    expect(types(read(`${REAL_TIME} 55 ${REAL_TIME}`))).toEqual(['1', 'damage', '1']);
    expect(types(read(`${REAL_TIME} FF FE FD ${REAL_TIME}`))).toEqual(['1', 'damage', '1']);
  });

  test('a recording may begin inside a packet, but not in more than the rest of one', () => {
    expect(types(read(`BC E3 FF FF ${REAL_TIME}`))).toEqual(['1']);
    expect(types(read('FF '.repeat(8).trim()))).toEqual([]);
    expect(types(read('FF '.repeat(200).trim()))).toEqual(['damage']);
  });

  /** Answers of a CMS50D+ with firmware 4.6 (MarkMLl/Contec_cms50dplus), up to its first packet with the finger out. */
  test('a published session is read without damage', () => {
    const answers = [
      '0C 80 06 80 80 87 11 80 81 81 80 80 80 80 80 0E 80 81',
      '02 80 80 B5 B0 C4 A8 C1 A9 02 81 FF AB A0 A0 A0 A0 A0 04 80 F5 F3 E5 F2 A0 A0 A0',
      '01 E1 84 C0 90 80 80 FF FF',
    ];
    expect(types(read(answers.join(' ')))).toEqual(['c', '11', 'e', '4', '1']);
  });

  test('device packets survive the wire', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 7 }), (data) => {
        const [event] = createPacketReader().push(devicePacket(0x01, ...data));
        expect(event?.type === 'packet' && event.packet.data).toEqual(data);
      }),
    );
  });
});

test('host packets are those of the document', () => {
  expect(toHex(hostPacket(COMMANDS.startRealTime))).toBe('7D 81 A1 80 80 80 80 80 80');
  expect(toHex(hostPacket(COMMANDS.keepAlive))).toBe('7D 81 AF 80 80 80 80 80 80');
});
