import { describe, expect, test } from 'vitest';
import { PUBLISHED } from '../published.ts';
import { readApdu } from './apdu.ts';
import { decodeFloat } from './float.ts';
import {
  PAGE_STATUS,
  readEntries,
  readSegmentPage,
  readSegments,
  type SegmentMap,
  writePage,
} from './segments.ts';

const informationOf = (bytes: Uint8Array): Uint8Array => {
  const apdu = readApdu(bytes);
  if (apdu?.type !== 'data' || !('information' in apdu.message))
    throw new Error('not a message with information');
  return apdu.message.information;
};

const segments = readSegments(informationOf(PUBLISHED.NOVOPEN_SEGMENTS)) ?? [];
const page = readSegmentPage(informationOf(PUBLISHED.NOVOPEN_PAGE));
const rawOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

describe('the memory of a real pen', () => {
  test('is one segment, whose map says how its entries are laid out', () => {
    expect(segments).toMatchObject([
      {
        instance: 16,
        entries: 3,
        person: undefined,
        // 20 s.
        transferTimeout: 160_000,
        map: {
          header: 0x4000,
          elements: [{ handle: 2, type: { partition: 130 } }, { handle: 3 }, { handle: 4 }],
        },
      },
    ]);
  });

  test('comes in one page, the first and the last, with three doses; the first one is 3.0 units', () => {
    expect(page).toMatchObject({
      instance: 16,
      index: 0,
      count: 3,
      status: PAGE_STATUS.first | PAGE_STATUS.last,
    });
    const [map] = segments.map((segment) => segment.map);
    const entries = page && map && readEntries(page, map);
    expect(entries).toHaveLength(3);
    const doses = entries?.map(({ values }) => decodeFloat(rawOf(values[0]?.bytes ?? new Uint8Array())));
    expect(doses?.slice(0, 2)).toEqual([
      { type: 'number', value: 3, decimals: 1 },
      { type: 'number', value: 2, decimals: 1 },
    ]);
    expect(entries?.every(({ absoluteTime }) => absoluteTime === undefined)).toBe(true);
  });

  test('is not read when the page holds more or less than it says', () => {
    const [map] = segments.map((segment) => segment.map);
    if (page === undefined || map === undefined) throw new Error('no page');
    for (const wrong of [
      { ...page, count: 2 },
      { ...page, count: 4 },
      { ...page, count: 0xffff_ffff },
      { ...page, bytes: page.bytes.slice(1) },
    ]) {
      expect(readEntries(wrong, map)).toBeUndefined();
    }
  });
});

test('entries without a byte are refused, however many there are said to be', () => {
  const empty: SegmentMap = { header: 0, elements: [] };
  const wrong = { instance: 0, index: 0, count: 0xffff_ffff, status: 0, bytes: new Uint8Array(4) };
  expect(readEntries(wrong, empty)).toBeUndefined();
});

test('a page that is written is read again', () => {
  if (page === undefined) throw new Error('no page');
  expect(readSegmentPage(writePage(page))).toEqual(page);
});

test('a memory without segments is an empty list', () => {
  expect(readSegments(new Uint8Array())).toEqual([]);
  expect(readSegments(Uint8Array.of(0, 0, 0, 0))).toEqual([]);
  expect(readSegments(Uint8Array.of(0, 1, 0, 0))).toBeUndefined();
});
