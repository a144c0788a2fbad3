import { expect, it, vi } from 'vitest';
import type { MediaDevice } from '#core/instruments/bindings.ts';
import { missingRoles, watchMissingRoles } from './missing-roles.ts';

const OTOSCOPE: MediaDevice = { deviceId: 'a', kind: 'videoinput', label: 'USB Camera (0c45:6366)' };
const STETHOSCOPE: MediaDevice = { deviceId: 'b', kind: 'audioinput', label: 'One Digital Stethoscope' };
const BINDINGS = {
  stethoscope: { label: 'One Digital Stethoscope' },
  ear: { usb: '0c45:6366' },
  throat: { usb: '0c45:6366' },
} as const;

it('an instrument that the profile names and nobody has plugged in is missing', async () => {
  const port = (...devices: readonly MediaDevice[]) => ({ list: () => Promise.resolve(devices) });
  expect(await missingRoles(port(OTOSCOPE, STETHOSCOPE), BINDINGS)).toEqual([]);
  expect(await missingRoles(port(OTOSCOPE), BINDINGS)).toEqual(['stethoscope']);
  expect(await missingRoles(port(STETHOSCOPE), BINDINGS)).toEqual(['ear', 'throat']);
  expect(await missingRoles(port(), {})).toEqual([]);
});

it('what is missing is told once, and again when it changes', async () => {
  let devices: readonly MediaDevice[] | undefined = [OTOSCOPE];
  let changed = (): void => {};
  const tell = vi.fn();
  const port = {
    list: () => (devices === undefined ? Promise.reject(new Error('refused')) : Promise.resolve(devices)),
    onChanged: (listener: () => void) => {
      changed = listener;
      return () => {};
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const { follow } = watchMissingRoles(port, () => BINDINGS, tell);
  await settle();
  follow();
  changed();
  await settle();
  expect(tell.mock.calls).toEqual([[['stethoscope']]]);
  devices = undefined;
  changed();
  await settle();
  devices = [OTOSCOPE, STETHOSCOPE];
  changed();
  await settle();
  expect(tell.mock.calls).toEqual([[['stethoscope']], [[]]]);
});
