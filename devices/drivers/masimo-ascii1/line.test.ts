import { describe, expect, test } from 'vitest';
import { readLine } from './line.ts';

/** Rad-8, finger on: a line of a public log. */
const FINGER_ON =
  '02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800';
/** Radical-7: the example in `poxrad_discrete.h` of MD PnP. */
const RADICAL_7 =
  '12/01/05 11:56:29 SN=0123456789 SPO2=098% BPM=240 PI=20.00% SPCO=01.0% SPMET=00.5% DESAT=01 PIDELTA=-02 PVI=027 ALARM=0000 EXC=000820';
/** Rad-5: the example in the same file. */
const RAD_5 = '09/15/10 15:10:29 SPO2=097% BPM=064 PI=11.82% ALARM=20 EXC=800';
/**
 * Radical-7 with the colour display: the line that masimo-datacapture was written for. A second program counts its fields as 17, and
 * reads ALARM as the fifteenth.
 */
const COLOUR =
  '03/17/16 19:19:36 SN=---------- SPO2=098% BPM=123 PI=00.55 SPCO=--% SPMET=--.-% SPHB=--.- SPOC=-- RESVD=--- DESAT=-- PIDELTA=+-- PVI=--- ALARM=000000 EXC=0000C00 EXC1=00000000';

describe('published lines', () => {
  test('Rad-8 with a finger', () => {
    expect(readLine(FINGER_ON)).toEqual({
      deviceTime: '2018-02-24T04:48:53',
      serial: '0000145838',
      oxygenSaturation: 97,
      pulseRate: 80,
      perfusionIndex: 4.96,
      alarm: 0,
      exceptions: 0x000800,
    });
  });

  test('Rad-8 without sensor, whose "#" nobody explains', () => {
    const line = readLine(
      '03/19/16 13:37:12 SN=0000093112 SPO2=---% BPM=--- DESAT=-- # PIDELTA=+-- ALARM=0000 EXC=000001',
    );
    expect(line).toMatchObject({ oxygenSaturation: undefined, pulseRate: undefined, exceptions: 1 });
  });

  test('Rad-8 without sensor, as another source prints it', () => {
    const line = readLine(
      '03/19/16 13:37:12 SN=0000093112 SPO2=---% BPM=---% DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000001',
    );
    expect(line).toMatchObject({ oxygenSaturation: undefined, pulseRate: undefined, exceptions: 1 });
  });

  test('Radical-7 with the colour display', () => {
    expect(readLine(COLOUR)).toEqual({
      deviceTime: '2016-03-17T19:19:36',
      serial: undefined,
      oxygenSaturation: 98,
      pulseRate: 123,
      perfusionIndex: 0.55,
      alarm: 0,
      exceptions: 0xc00,
    });
  });

  test('Radical-7 with everything that it measures', () => {
    expect(readLine(RADICAL_7)).toMatchObject({ serial: '0123456789', pulseRate: 240, perfusionIndex: 20 });
  });

  test('Rad-5 with short words and without serial number', () => {
    expect(readLine(RAD_5)).toMatchObject({
      deviceTime: '2010-09-15T15:10:29',
      serial: undefined,
      oxygenSaturation: 97,
      alarm: 0x20,
      exceptions: 0x800,
    });
  });
});

describe('no other line is read', () => {
  test.each([
    ['an impossible date', FINGER_ON.replace('02/24/18', '02/30/18')],
    ['an impossible time', FINGER_ON.replace('04:48:53', '24:48:53')],
    ['two digits of saturation', FINGER_ON.replace('SPO2=097%', 'SPO2=97%')],
    ['a dash in a number', FINGER_ON.replace('BPM=080', 'BPM=0-0')],
    ['a lost unit', FINGER_ON.replace('PI=04.96%', 'PI=04.96')],
    ['one decimal of the index', FINGER_ON.replace('PI=04.96%', 'PI=04.9%')],
    ['fields in another order', FINGER_ON.replace('SPO2=097% BPM=080', 'BPM=080 SPO2=097%')],
    ['a field twice', FINGER_ON.replace('BPM=080', 'BPM=080 BPM=080')],
    ['a field that no source shows', FINGER_ON.replace('DESAT=--', 'DESAU=--')],
    ['no saturation', FINGER_ON.replace(' SPO2=097%', '')],
    ['no pulse', FINGER_ON.replace(' BPM=080', '')],
    ['no alarm word', FINGER_ON.replace(' ALARM=0000', '')],
    ['no exception word', FINGER_ON.replace(' EXC=000800', '')],
    ['words of two widths', FINGER_ON.replace('EXC=000800', 'EXC=800')],
    ['an exception word in lower case', FINGER_ON.replace('EXC=000800', 'EXC=000c00')],
    ['a reserved exception', FINGER_ON.replace('EXC=000800', 'EXC=000A00')],
    ['the other reserved one', FINGER_ON.replace('EXC=000800', 'EXC=800800')],
    ['a second exception word that says something', COLOUR.replace('EXC1=00000000', 'EXC1=00000001')],
    ['a unit after the pulse', FINGER_ON.replace('BPM=080', 'BPM=080%')],
    ['something before it', `x${FINGER_ON}`],
    ['something after it', `${FINGER_ON} `],
    ['two lines whose line end was lost', FINGER_ON + FINGER_ON],
  ])('%s', (_name, text) => {
    expect(readLine(text)).toBeUndefined();
  });

  test('a line cut anywhere', () => {
    for (const whole of [FINGER_ON, RADICAL_7, RAD_5, COLOUR]) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(readLine(whole.slice(0, length))).toBeUndefined();
      }
    }
  });

  test('a line that lost any one of its characters', () => {
    for (const whole of [FINGER_ON, RADICAL_7, RAD_5, COLOUR]) {
      for (let at = 0; at < whole.length; at += 1) {
        expect(readLine(whole.slice(0, at) + whole.slice(at + 1))).toBeUndefined();
      }
    }
  });
});
