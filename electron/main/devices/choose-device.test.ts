import { expect, it } from 'vitest';
import type { DeviceStatus } from '#core/contract/devices.ts';
import { ok } from '#core/result.ts';
import { chooseDevice } from './choose-device.ts';

const TWINS: DeviceStatus = {
  id: 'cuff',
  driver: 'and-tm2657',
  measures: ['blood-pressure'],
  simulated: false,
  identity: { maker: 'A&D', model: 'TM-2657' },
  state: { state: 'fault', code: 'PORT_TWINS' },
  candidates: [
    { path: '/dev/ttyUSB0', topology: '1-4.1' },
    { path: '/dev/ttyUSB1', topology: '1-4.2', serialNumber: 'A50285BI' },
  ],
};

it('chooses a device that is plugged in, and nothing else', () => {
  const sent: unknown[] = [];
  const host = { devices: () => [TWINS], send: (message: unknown) => void sent.push(message) };
  const second = { deviceId: 'cuff', mark: { topology: '1-4.2', serialNumber: 'A50285BI' } };
  expect(chooseDevice(host, second)).toEqual(ok(null));
  expect(sent).toEqual([{ type: 'choose-device', ...second }]);
  for (const gone of [
    { deviceId: 'cuff', mark: { topology: '1-4.3' } },
    { deviceId: 'cuff', mark: { serialNumber: 'A50285BI' } },
    { deviceId: 'scale', mark: { topology: '1-4.1' } },
  ])
    expect(chooseDevice(host, gone)).toMatchObject({ ok: false, failure: { code: 'DEVICE_UNPLUGGED' } });
  expect(sent).toHaveLength(1);
});
