import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallQuality, Level } from '#core/contract/quality.ts';
import { createSideCallsRig, type SideCallsRig } from '#test/harness/side-calls.ts';

const CALL = 'guest-patient';
const level = (rung: Level['rung']): Level => ({
  rung,
  strained: false,
  ...(rung !== 'hd' && { reason: 'bandwidth' }),
});
const quality = (outgoing: Level['rung'], incoming: Level['rung']): CallQuality => ({
  outgoing: level(outgoing),
  incoming: level(incoming),
});

let rig: SideCallsRig;
beforeEach(async () => {
  rig = await createSideCallsRig();
  rig.main.patient = quality('hd', 'hd');
});
afterEach(() => rig.close());

const faceOf = (party: 'patient' | 'guest') => rig.network(CALL).peer(party === 'patient')?.sending.face;
const qualityAt = (party: 'patient' | 'guest') => rig.end(CALL, party).store.getState().quality;
const join = async () => {
  rig.router.set(CALL, true);
  for (const party of ['patient', 'guest'] as const)
    await rig.until(() => {
      expect(rig.end(CALL, party).store.getState().state).toBe('connected');
      expect(qualityAt(party).incoming.rung).not.toBe('none');
    });
  await rig.clock.advance(3_000);
};

it('beside a good call of patient and physician both send pictures, small ones', async () => {
  await join();
  for (const party of ['patient', 'guest'] as const) expect(faceOf(party)?.height).toBeLessThanOrEqual(360);
});

it('the cabin sends a guest sound alone while its line bears no picture to the physician, and both read why', async () => {
  await join();
  rig.main.patient = quality('stills', 'hd');
  await rig.clock.advance(3_000);
  expect(faceOf('patient')).toBeUndefined();
  expect(rig.network(CALL).peer(true)?.sending.soundBitrate).toBeGreaterThan(0);
  expect(qualityAt('guest').incoming).toMatchObject({ rung: 'audio', reason: 'shared' });
  expect(qualityAt('patient').outgoing).toMatchObject({ rung: 'audio', reason: 'shared' });
  expect(faceOf('guest')).toBeDefined();
});

it('a guest whose own line is good sends sound alone while the cabin’s bears no picture of the physician', async () => {
  await join();
  rig.main.patient = quality('hd', 'audio');
  await rig.clock.advance(4_000);
  expect(faceOf('guest')).toBeUndefined();
  expect(qualityAt('guest').outgoing).toMatchObject({ rung: 'audio', reason: 'shared' });
  expect(faceOf('patient')).toBeDefined();
});

it('pictures come back by themselves once the line bears them', async () => {
  await join();
  rig.main.patient = quality('stills', 'stills');
  await rig.clock.advance(4_000);
  expect([faceOf('patient'), faceOf('guest')]).toEqual([undefined, undefined]);
  rig.main.patient = quality('hd', 'hd');
  await rig.clock.advance(60_000);
  expect(faceOf('patient')).toBeDefined();
  expect(faceOf('guest')).toBeDefined();
});

it('begin without a picture on a line that is thin already', async () => {
  rig.main.patient = quality('audio', 'audio');
  rig.router.set(CALL, true);
  await rig.until(() => expect(rig.network(CALL).peer(true)).toBeDefined());
  expect(faceOf('patient')).toBeUndefined();
  await join();
  expect([faceOf('patient'), faceOf('guest')]).toEqual([undefined, undefined]);
});
