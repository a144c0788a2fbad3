import { describe, expect, it } from 'vitest';
import type { DeviceBinding, UsbMark } from '#core/contract/devices.ts';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import { createBindings } from './bindings.ts';

const usb = (id: string): DeviceBinding => ({
  id,
  driver: 'and-tm2657',
  connection: { transport: 'usb' },
  simulated: false,
});
const serial: DeviceBinding = {
  id: 'scale',
  driver: 'tanita-scale',
  connection: { transport: 'serial', path: '/dev/ttyUSB0' },
  simulated: false,
};
const simulator: SimulatorStatus = {
  id: 'contec-cms50',
  driver: 'contec-cms50',
  connection: { transport: 'tcp', host: '127.0.0.1', port: 4_001 },
  plays: { source: 'patient', scenario: 'healthy-adult', seed: 1 },
  possible: [],
  active: [],
};

const start = (configured: readonly DeviceBinding[], remembered: Record<string, UsbMark> = {}) => {
  const marks = new Map(Object.entries(remembered));
  const bindings = createBindings(configured, {
    of: (id) => marks.get(id),
    remember: (id, mark) => void marks.set(id, mark),
    settled: async () => undefined,
  });
  return { bindings, marks };
};

describe('the devices of a cabin', () => {
  it('are told what was remembered, where they are looked for', () => {
    const { bindings } = start([usb('cuff'), serial], {
      cuff: { serialNumber: '7' },
      scale: { topology: '1-1' },
    });
    expect(bindings.all()).toEqual([
      { ...usb('cuff'), connection: { transport: 'usb', serialNumber: '7' } },
      serial,
    ]);
  });

  it('learn what is remembered later only when the device host starts again', () => {
    const { bindings, marks } = start([usb('cuff')]);
    marks.set('cuff', { serialNumber: '7' });
    expect(bindings.all()).toEqual([usb('cuff')]);
    bindings.refresh();
    expect(bindings.all()[0]?.connection).toEqual({ transport: 'usb', serialNumber: '7' });
  });

  it('are a simulation as long as one simulator is among them', () => {
    const { bindings } = start([serial]);
    expect([bindings.simulation(), bindings.onlySimulated()]).toEqual([false, false]);
    expect(bindings.simulators([simulator])).toBe(true);
    expect([bindings.simulation(), bindings.onlySimulated()]).toEqual([true, false]);
    expect(bindings.all().map(({ id, simulated }) => [id, simulated])).toEqual([
      ['scale', false],
      ['contec-cms50', true],
    ]);
    expect(bindings.simulators([{ ...simulator, active: ['unplug'] }])).toBe(false);
    expect(bindings.simulators([])).toBe(true);
    expect(bindings.simulation()).toBe(false);
  });

  it('are a simulation when there are none', () => {
    const { bindings } = start([]);
    expect([bindings.simulation(), bindings.onlySimulated()]).toEqual([true, true]);
  });
});
