import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { TOPICS } from '#core/contract/signalling.ts';
import { fail } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { createPhysicianDesk } from './physician-desk.ts';

const wire = vi.hoisted(() => ({
  published: [] as { type: string; qos: number; retain: boolean | undefined }[],
  receive: (_topic: string, _payload: Uint8Array, _retained: boolean): void => {},
}));
vi.mock('./connection.ts', () => ({
  createConnection: (options: { onMessage: typeof wire.receive }): Partial<Connection> => {
    wire.receive = options.onMessage;
    return {
      store: createStore<ConnectionState>(() => ({ state: 'connected' })),
      publish: (_topic, message, qos, retain) => {
        wire.published.push({ type: (message as { type: string }).type, qos, retain });
        return true;
      },
      hold: () => {},
    };
  },
}));

it('asks for a restart at most once and for now, and everything else at least once', async () => {
  const desk = createPhysicianDesk({
    access: async () => fail({ code: 'GATEWAY_LOST' }),
    session: {
      physicianId: 'benali',
      physician: { name: 'Dr B', specialty: 'general', rpps: '10100000001', place: 'Lyon' },
    },
    page: 'p1',
    clock: createFakeClock(),
    random: () => 0.5,
  });
  const claiming = desk.claim({ siteId: 's', cabinId: 'c', ticketId: 't1' });
  const granted = { type: 'claim-granted', ticketId: 't1', letter: { attemptId: 'p1', generation: 1 } };
  wire.receive(TOPICS.outbox('s', 'c', 'benali'), new TextEncoder().encode(JSON.stringify(granted)), false);
  expect(await claiming).toEqual({ ok: true, value: null });
  const attempt = { attemptId: 'a1', generation: 1 };
  desk.call.sendReady();
  desk.call.sendSignal(attempt, { type: 'answer', sdp: 'v=0' }, undefined);
  desk.call.sendRestart(attempt);
  desk.release();
  expect(wire.published).toEqual([
    { type: 'claim', qos: 1, retain: undefined },
    { type: 'ready-for-call', qos: 1, retain: undefined },
    { type: 'signal', qos: 1, retain: undefined },
    { type: 'restart', qos: 0, retain: undefined },
    { type: 'release', qos: 1, retain: undefined },
  ]);
});
