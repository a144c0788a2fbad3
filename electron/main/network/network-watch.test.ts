import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { watchNetwork } from './network-watch.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${address}/24`,
});

it('tells of each change of address within half a second, and of nothing else', async () => {
  const clock = createFakeClock();
  let interfaces: Record<string, NetworkInterfaceInfo[]> = {
    lo: [at('127.0.0.1', true)],
    eth0: [at('10.0.0.2')],
  };
  let changes = 0;
  const stop = watchNetwork(
    () => interfaces,
    clock,
    () => {
      changes += 1;
    },
  );
  await clock.advance(10_000);
  expect(changes).toBe(0);
  interfaces = { eth0: [at('10.0.0.2')], lo: [at('127.0.0.1', true)], wlan0: [at('fe80::1')] };
  await clock.advance(1_000);
  expect(changes).toBe(0);
  interfaces = { eth0: [at('10.0.7.9')] };
  await clock.advance(500);
  expect(changes).toBe(1);
  interfaces = {};
  await clock.advance(500);
  interfaces = { wwan0: [at('100.64.1.1')] };
  await clock.advance(500);
  expect(changes).toBe(3);
  stop();
  interfaces = {};
  await clock.advance(5_000);
  expect(changes).toBe(3);
});
