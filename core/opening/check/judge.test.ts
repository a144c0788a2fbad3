import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../visit/words.ts';
import {
  judgeCalibration,
  judgeClock,
  judgeDevices,
  judgeDisk,
  judgeEquipment,
  judgeNetwork,
  judgePrinter,
} from './judge-machine.ts';
import { judgeMedia } from './judge-media.ts';
import type { MediaReport } from './media-report.ts';

const FINE: MediaReport = { quietDb: -60, tonesHeard: 3, missingRoles: [], voices: [...LANGUAGES] };
const found = (change: Partial<MediaReport>, configured: readonly ('ear' | 'stethoscope')[] = ['ear']) =>
  Object.fromEntries(
    judgeMedia({ ...FINE, ...change }, { configured, played: false }).map((one) => [one.check, one]),
  );

describe('camera, microphone and loudspeaker', () => {
  it('are good when they are', () => {
    for (const finding of judgeMedia(FINE, { configured: ['ear'], played: false }))
      expect(finding.outcome).toBe('good');
  });
  it('fail with the code of what is wrong', () => {
    expect(found({ camera: 'CAMERA_BLACK' })['camera']).toEqual({
      check: 'camera',
      outcome: 'failed',
      note: 'fault',
      code: 'CAMERA_BLACK',
    });
    expect(found({ microphone: 'MICROPHONE_SILENT' })['microphone']?.outcome).toBe('failed');
    expect(found({ loudspeaker: 'LOUDSPEAKER_MISSING' })['loudspeaker']?.outcome).toBe('failed');
  });
  it('a loud place and a loudspeaker that nobody hears want attention', () => {
    expect(found({ quietDb: -30.4 })['microphone']).toMatchObject({
      outcome: 'attention',
      note: 'noisy',
      figure: -30,
    });
    expect(found({ tonesHeard: 2 })['loudspeaker']?.outcome).toBe('good');
    expect(found({ tonesHeard: 1 })['loudspeaker']).toMatchObject({
      outcome: 'attention',
      note: 'not-heard',
    });
  });
  it('of a microphone that is not there the loudspeaker is not judged', () => {
    const { quietDb: _level, tonesHeard: _tones, ...rest } = FINE;
    const judged = judgeMedia(
      { ...rest, microphone: 'MICROPHONE_MISSING' },
      { configured: [], played: false },
    );
    expect(judged.find(({ check }) => check === 'loudspeaker')).toMatchObject({ outcome: 'not-tried' });
  });
});

describe('voices and instruments', () => {
  it('say which language has no voice', () => {
    expect(found({ voices: ['fr'] })['voice']).toMatchObject({
      note: 'partly',
      names: LANGUAGES.filter((language) => language !== 'fr'),
    });
    expect(found({ voices: [] })['voice']).toMatchObject({ outcome: 'attention', note: 'mute' });
  });
  it('say which instrument is not plugged in, and that none is configured', () => {
    expect(found({ missingRoles: ['ear'] })['instruments']).toMatchObject({
      note: 'instruments-away',
      names: ['ear'],
    });
    expect(found({}, [])['instruments']).toMatchObject({ outcome: 'attention', note: 'no-instrument' });
    const played = judgeMedia(FINE, { configured: [], played: true });
    expect(played[0]).toMatchObject({ check: 'instruments', outcome: 'good', note: 'played' });
  });
});

describe('the machine', () => {
  it('says how far its clock is off, and from when on that is too much', () => {
    expect(judgeClock(undefined)).toMatchObject({ outcome: 'not-tried', note: 'no-reference' });
    expect(judgeClock(-2_900)).toMatchObject({ outcome: 'good', figure: -3 });
    expect(judgeClock(12_000)).toMatchObject({ outcome: 'attention', figure: 12 });
    expect(judgeClock(-31_000)).toMatchObject({ outcome: 'failed', note: 'wrong', figure: -31 });
  });
  it('says how much room is left, in gigabytes', () => {
    expect(judgeDisk(undefined).outcome).toBe('not-tried');
    expect(judgeDisk(42_340_000_000)).toMatchObject({ outcome: 'good', figure: 42.3 });
    expect(judgeDisk(999_000_000)).toMatchObject({ outcome: 'attention', note: 'low', figure: 1 });
    expect(judgeDisk(99_000_000)).toMatchObject({ outcome: 'failed', note: 'full', figure: 0.1 });
  });
  it('names what is to be calibrated, from the day after its last one on', () => {
    const scale = { name: 'Balance', serialNumber: '1', calibrationDue: '2026-03-31' };
    expect(judgeCalibration([{ name: 'Otoscope', serialNumber: '2' }], '2026-04-01')).toEqual([]);
    expect(judgeCalibration([scale], '2026-03-31')).toMatchObject([{ outcome: 'good', figure: 1 }]);
    expect(judgeCalibration([scale], '2026-04-01')).toMatchObject([
      { outcome: 'attention', note: 'calibration-over', names: ['Balance'] },
    ]);
  });

  it('names its printers', () => {
    expect(judgePrinter(['Bureau'])).toMatchObject({ outcome: 'good', names: ['Bureau'] });
    expect(judgePrinter([])).toMatchObject({ outcome: 'attention', note: 'no-printer' });
  });
  it('reaches the broker first, then itself from outside', () => {
    expect(judgeNetwork(false, { state: 'answered', roundTripMs: 1 })).toMatchObject({ note: 'broker-away' });
    expect(judgeNetwork(true, { state: 'silent' })).toMatchObject({
      outcome: 'failed',
      note: 'outside-away',
    });
    expect(judgeNetwork(true, { state: 'unknown' })).toMatchObject({ outcome: 'good', note: 'inside-only' });
  });
  it('has devices, and what the place must have', () => {
    expect(judgeDevices([]).outcome).toBe('failed');
    expect(judgeEquipment({ kind: 'town-hall' }, ['otoscope'])).toEqual([]);
    expect(judgeEquipment({ kind: 'pharmacy' }, [])).toMatchObject([{ outcome: 'good' }]);
    expect(judgeEquipment({ kind: 'pharmacy' }, ['otoscope'])).toMatchObject([{ names: ['otoscope'] }]);
  });
});
