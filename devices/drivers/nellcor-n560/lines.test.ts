import { describe, expect, test } from 'vitest';
import { readDataLine } from './data-line.ts';
import { readHeaderLine } from './header-line.ts';

describe('published data lines', () => {
  test.each([
    [
      '07-Jan-04 11:24:50   100     105      88                   AO',
      '2004-01-07T11:24:50',
      100,
      105,
      88,
      ['AO'],
    ],
    [
      '07-Jan-04 11:24:54   100     102      36    MO             AO',
      '2004-01-07T11:24:54',
      100,
      102,
      36,
      ['MO', 'AO'],
    ],
    ['18-Dec-17 22:01:33    99      66      49', '2017-12-18T22:01:33', 99, 66, 49, []],
    [
      '29-Dec-17 07:18:57    89*     66     201    MO SL            ',
      '2017-12-29T07:18:57',
      89,
      66,
      201,
      ['MO', 'SL'],
    ],
    [
      '29-Dec-17 07:19:07    77*     70       8       SL       AS   ',
      '2017-12-29T07:19:07',
      77,
      70,
      8,
      ['SL', 'AS'],
    ],
    // An older model, upper-case month, amplitude with leading zeros.
    ['18-FEB-09 10:00:28    98     105     057    MO     ', '2009-02-18T10:00:28', 98, 105, 57, ['MO']],
  ])('%s', (text, deviceTime, oxygenSaturation, pulseRate, pulseAmplitude, status) => {
    expect(readDataLine(text)).toEqual({ deviceTime, oxygenSaturation, pulseRate, pulseAmplitude, status });
  });

  test.each([
    ['29-Dec-17 07:19:29   ---     ---     ---    SD          AS', undefined, undefined, ['SD', 'AS']],
    ['29-Dec-17 07:20:27     0       0     ---    PS               ', 0, 0, ['PS']],
    ['29-Dec-17 07:21:13    96      63     ---    PS                  ', 96, 63, ['PS']],
  ])('%s', (text, oxygenSaturation, pulseRate, status) => {
    expect(readDataLine(text)).toMatchObject({
      oxygenSaturation,
      pulseRate,
      pulseAmplitude: undefined,
      status,
    });
  });
});

describe('no other data line is read', () => {
  const WELL = '29-Dec-17 07:18:57    89*     66     201    MO SL       AS   ';

  test.each([
    ['an impossible date', WELL.replace('29-Dec', '31-Nov')],
    ['no month', WELL.replace('Dec', 'Dez')],
    ['a month of mixed case', WELL.replace('Dec', 'dEC')],
    ['a number one column to the left', WELL.replace('  89*', ' 89* ')],
    ['a leading zero', WELL.replace('   89*', '  089*')],
    ['a letter in a number', WELL.replace('89*', '8G*')],
    ['a dash in a number', WELL.replace('89*', '8-*')],
    ['another mark', WELL.replace('89*', '89+')],
    ['a code that no source explains', WELL.replace('SL', 'XX')],
    ['half a code', WELL.replace('SL', 'S ')],
    ['a code out of its column', WELL.replace('MO SL', 'MOSL ')],
    ['something before it', ` ${WELL}`],
    ['two lines whose line end was lost', WELL + WELL],
  ])('%s', (_name, text) => {
    expect(readDataLine(WELL)).toBeDefined();
    expect(readDataLine(text)).toBeUndefined();
  });

  test('a line cut before its amplitude is whole', () => {
    for (let length = 0; length < 40; length += 1) {
      expect(readDataLine(WELL.slice(0, length))).toBeUndefined();
    }
  });

  test('a line that lost any one character up to its amplitude', () => {
    for (let at = 0; at < 40; at += 1) {
      expect(readDataLine(WELL.slice(0, at) + WELL.slice(at + 1))).toBeUndefined();
    }
  });
});

describe('header lines', () => {
  test('the first one says which device it is', () => {
    expect(
      readHeaderLine('N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM'),
    ).toEqual({ identity: { maker: 'Nellcor', model: 'N-560', firmware: '1.61.00' }, isTrend: false });
    expect(readHeaderLine('N-595    VERSION 2.00 INFO  CRC:1A2B SEC:00 01')).toMatchObject({
      identity: { model: 'N-595', firmware: '2.00' },
    });
  });

  test.each([
    ['                             ADULT           25SAT-S '],
    ['                             ADULT            0SAT-S   SPO2 RESP MODE: NORMAL'],
    ['TIME                 %SpO2   BPM     PA     Status'],
    ['TIME                 %SPO2   BPM     PA   Status '],
  ])('%s', (text) => {
    expect(readHeaderLine(text)).toEqual({});
  });

  test('of a trend, as an N-395 printed it, they say so', () => {
    expect(
      readHeaderLine('N-395    VERSION 1.9.0.2     TREND  SpO2 Limit: 85-100%    PR Limit: 40-170BPM'),
    ).toEqual({ identity: { maker: 'Nellcor', model: 'N-395', firmware: '1.9.0.2' }, isTrend: true });
    expect(readHeaderLine('                             ADULT          0SECS  ')).toEqual({});
    expect(readHeaderLine('TIME                 %SpO2   BPM     PA')).toEqual({ isTrend: true });
    expect(readHeaderLine('Output Complete')).toEqual({ isTrend: false });
  });

  test.each(['NPB-290', 'NPB-75', 'N-600x'])('%s is a model of the family', (model) => {
    expect(readHeaderLine(`${model}    VERSION 1.00.00`)).toMatchObject({ identity: { model } });
  });

  test.each([
    ['N-560    VERSION'],
    ['560    VERSION 1.61.00'],
    ['ADULT           25SAT-S '],
    ['TIME   BPM'],
    ['07-Jan-04 11:24:50   100     105      88'],
  ])('not: %s', (text) => {
    expect(readHeaderLine(text)).toBeUndefined();
  });
});
