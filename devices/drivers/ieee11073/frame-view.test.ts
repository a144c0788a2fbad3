import { expect, test } from 'vitest';
import { concatBytes } from '../../kit/bytes.ts';
import type { FrameLine } from '../../kit/driver.ts';
import { eventApdu } from './agent-bytes.ts';
import { writeApdu } from './codec/apdu.ts';
import { join, list, octets, u16 } from './codec/byte-writer.ts';
import { createFrameView } from './frame-view.ts';
import { PUBLISHED } from './published.ts';

const { H211, H221, H222, H232, H233, H241, H242 } = PUBLISHED;
const named = (lines: readonly FrameLine[]) =>
  lines.map(({ name, fields }) => [name, Object.fromEntries(fields)]);

test("the standard's own conversation reads as it is meant", () => {
  const view = createFrameView();
  expect(named(view.fromDevice(H211))).toEqual([
    ['association request', { 'system id': '8877665544332211', configuration: '0x4000' }],
  ]);
  expect(named(view.fromDevice(H221))).toEqual([
    ['configuration', { 'invoke id': '0x4321', handle: '0', confirmed: 'yes' }],
  ]);
  expect(named(view.toDevice(H222))).toEqual([
    ['answer to configuration', { 'invoke id': '0x4321', handle: '0' }],
  ]);
  expect(named(view.toDevice(H232))).toEqual([['get attributes', { 'invoke id': '0x3456', handle: '0' }]]);
  expect(named(view.fromDevice(H233))).toEqual([
    ['attributes', { 'invoke id': '0x3456', handle: '0', count: '6' }],
  ]);
  expect(named(view.fromDevice(H241))).toEqual([
    [
      'scan report 0x0D1D',
      {
        'invoke id': '0x4321',
        handle: '0',
        confirmed: 'yes',
        weight: '62.4 kg',
        time: '2007-02-01T12:10:00',
        flags: 'unprotected',
      },
    ],
  ]);
  expect(named(view.toDevice(H242))).toEqual([
    ['answer to scan report 0x0D1D', { 'invoke id': '0x4321', handle: '0' }],
  ]);
});

test('a report of an agent that was not heard to describe itself says that it cannot be read', () => {
  expect(named(createFrameView().fromDevice(H241))).toMatchObject([
    ['scan report 0x0D1D', { unreadable: 'the configuration of the agent is not known' }],
  ]);
});

test('each direction is cut on its own, and damage is shown as such', () => {
  const view = createFrameView();
  expect(view.fromDevice(H211.slice(0, 20))).toEqual([]);
  expect(named(view.toDevice(writeApdu(0xe600, u16(2))))).toEqual([
    ['abort', { reason: 'response-timeout' }],
  ]);
  expect(named(view.fromDevice(concatBytes([H211.slice(20), writeApdu(0xe400, u16(0))])))).toMatchObject([
    ['association request', {}],
    ['release request', {}],
  ]);
  const lines = view.fromDevice(concatBytes([new Uint8Array(20), H211]));
  expect(lines.map(({ name, raw }) => [name, raw.length])).toEqual([
    ['damage', 20],
    ['association request', 54],
  ]);
});

test('the number of a person in the memory of an agent is not shown', () => {
  const view = createFrameView();
  for (const bytes of [H211, H221]) view.fromDevice(bytes);
  const value = H241.slice(34, 46);
  const report = eventApdu(
    0x0d1f,
    join(u16(0xf000), u16(0), list([join(u16(47), list([join(u16(1), octets(value))]))])),
  );
  const [line] = view.fromDevice(report);
  expect(line?.name).toBe('scan report 0x0D1F');
  expect(line?.fields).toContainEqual(['weight', '62.4 kg']);
  expect(JSON.stringify(line?.fields)).not.toContain('47');
});

test('every kind of message has its name', () => {
  const view = createFrameView();
  const names = [
    PUBLISHED.NOVOPEN_ASSOCIATION,
    PUBLISHED.NOVOPEN_CONFIGURATION,
    PUBLISHED.NOVOPEN_SYSTEM,
    PUBLISHED.NOVOPEN_SEGMENTS,
    PUBLISHED.NOVOPEN_PAGE,
    writeApdu(0xe500, u16(0)),
    eventApdu(0x0d99, new Uint8Array()),
  ].flatMap((bytes) => view.fromDevice(bytes).map(({ name }) => name));
  expect(names).toEqual([
    'association request',
    'configuration',
    'attributes',
    'answer to get segment info',
    'segment data',
    'release response',
    'event 0x0D99',
  ]);
});
