import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { ConnectionState } from '../../client/connection.ts';
import { TELL_LOST_AFTER_MS, watchBroker } from './broker-watch.ts';

let clock: FakeClock;
let store: StoreApi<ConnectionState>;
let told: string[];
const become = (state: ConnectionState['state']) => store.setState({ state }, true);
beforeEach(() => {
  clock = createFakeClock();
  store = createStore<ConnectionState>(() => ({ state: 'connecting' }));
  told = [];
  watchBroker(store, 'wss://broker', clock, {
    onTrouble: ({ code, detail }) => told.push(`${code} ${detail}`),
    onTroubleOver: (code) => told.push(`${code} over`),
  });
});

it('says nothing of a broker that comes within seconds, at the start or after a short break', async () => {
  await clock.advance(TELL_LOST_AFTER_MS - 1);
  become('connected');
  become('lost');
  await clock.advance(TELL_LOST_AFTER_MS - 1);
  become('connected');
  await clock.advance(10 * TELL_LOST_AFTER_MS);
  expect(told).toEqual([]);
});

it('tells once that the broker is lost, and that it is back, each time', async () => {
  await clock.advance(TELL_LOST_AFTER_MS);
  become('lost');
  await clock.advance(10 * TELL_LOST_AFTER_MS);
  expect(told).toEqual(['BROKER_LOST wss://broker']);
  become('connected');
  become('lost');
  await clock.advance(12_000);
  become('connected');
  expect(told.slice(1)).toEqual(['BROKER_LOST over', 'BROKER_LOST wss://broker', 'BROKER_LOST over']);
});

it('says nothing once it is closed, or while the broker refuses', async () => {
  become('refused');
  await clock.advance(10 * TELL_LOST_AFTER_MS);
  become('lost');
  become('closed');
  await clock.advance(10 * TELL_LOST_AFTER_MS);
  expect(told).toEqual([]);
});
