import { describe, expect, it } from 'vitest';
import type { Clock } from '#core/time.ts';
import { AWA } from '#core/visit/fake-visit.ts';
import { bringDeviceAnswer, bringHostDeath, deviceOrder } from './device-reactions.ts';
import { createMemoryJournal } from './journal.ts';
import { createVisitKeeper, type VisitKeeper } from './keeper.ts';

const clock: Clock = {
  now: () => '2026-03-02T09:41:05.120+01:00',
  monotonic: () => 0,
  after: () => () => {},
};

const measuring = (): { keeper: VisitKeeper; orders: unknown[] } => {
  let ids = 0;
  const keeper = createVisitKeeper({
    clock,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    journal: createMemoryJournal(),
    language: 'fr',
    onDuty: () => AWA,
  });
  const orders: unknown[] = [];
  keeper.onEvent((event, visit) => {
    const order = deviceOrder(event, visit);
    if (order !== undefined) orders.push(order);
  });
  keeper.ask('patient', { type: 'start-visit' });
  keeper.ask('patient', { type: 'answer-red-flags', flags: [] });
  keeper.ask('patient', { type: 'acknowledge-capabilities' });
  keeper.ask('assistant', {
    type: 'enter-identity',
    identity: { familyName: 'Riou', givenName: 'Madeleine', birthDate: '1947-11-30', sex: 'female' },
  });
  keeper.ask('patient', {
    type: 'give-consents',
    consents: {
      teleconsultation: true,
      'assistant-present': true,
      'report-to-doctor': false,
      'report-to-shared-record': false,
    },
  });
  keeper.ask('patient', { type: 'give-reason', reason: { pictures: ['pain'], text: '' } });
  keeper.ask('patient', { type: 'start-capture', measure: 'oximetry' });
  return { keeper, orders };
};

const answer = (captureId: string, epoch: number): Parameters<typeof bringDeviceAnswer>[1] => ({
  type: 'capture-reading',
  captureId,
  epoch,
  measure: 'oximetry',
  deviceId: 'oximeter',
  origin: 'simulator',
  reading: {
    kind: 'oximetry',
    status: 'valid',
    values: { spo2: { value: 97, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } },
    flags: [],
    device: { maker: 'Contec', model: 'CMS50' },
    frames: 480,
  },
  rawHash: 'a'.repeat(64),
});

describe('a capture', () => {
  it('asks the device and takes its answer', () => {
    const { keeper, orders } = measuring();
    const captureId = `${keeper.visit().capture?.captureId}#1`;
    expect(orders).toEqual([{ type: 'start-capture', captureId, epoch: 1, measure: 'oximetry' }]);
    bringDeviceAnswer(keeper, answer(captureId, 1));
    expect(keeper.visit().readings).toHaveLength(1);
  });

  it('drops the answer of an earlier visit', () => {
    const { keeper } = measuring();
    bringDeviceAnswer(keeper, answer(`${keeper.visit().capture?.captureId}#1`, 0));
    expect(keeper.visit().readings).toHaveLength(0);
  });

  it('tells the device to stop', () => {
    const { keeper, orders } = measuring();
    const captureId = keeper.visit().capture?.captureId ?? '';
    keeper.ask('patient', { type: 'stop-capture', captureId });
    expect(orders.at(-1)).toEqual({ type: 'stop-capture', captureId: `${captureId}#1`, epoch: 1 });
  });

  it('is a failed try, not the end of the visit, when the host dies', () => {
    const { keeper } = measuring();
    bringHostDeath(keeper);
    expect(keeper.visit().capture?.phase).toMatchObject({ phase: 'failed', code: 'DEVICE_HOST_RESTARTED' });
    expect(keeper.visit().stage).toBe('measures');
  });
});

describe('the next visit', () => {
  it('knows nothing of the one before and has another epoch', () => {
    const { keeper } = measuring();
    const before = keeper.visit();
    const next = keeper.begin();
    expect(next.epoch).toBe(2);
    expect(next.visitId).not.toBe(before.visitId);
    expect(JSON.stringify(next)).not.toContain('Riou');
    bringDeviceAnswer(keeper, answer(`${before.capture?.captureId}#1`, 1));
    expect(keeper.visit().readings).toHaveLength(0);
  });
});
