import { describe, expect, it } from 'vitest';
import {
  bears,
  candidatesFor,
  type InstrumentBindings,
  instrumentBindingsSchema,
  isInstrument,
  type MediaDevice,
  markOf,
} from './bindings.ts';

const FACE: MediaDevice = { deviceId: 'face', kind: 'videoinput', label: 'Integrated Camera (04f2:b5ee)' };
const OTOSCOPE: MediaDevice = { deviceId: 'oto', kind: 'videoinput', label: 'USB Camera (0c45:6366)' };
const DERMATOSCOPE: MediaDevice = { deviceId: 'derm', kind: 'videoinput', label: 'USB Camera (a168:0960)' };
const CHEST: MediaDevice = { deviceId: 'chest', kind: 'audioinput', label: 'One Digital Stethoscope' };
const DEVICES = [FACE, OTOSCOPE, DERMATOSCOPE, CHEST];
const BINDINGS: InstrumentBindings = {
  ear: { label: 'USB Camera', usb: '0c45:6366' },
  throat: { label: 'USB Camera', usb: '0c45:6366' },
  skin: { usb: 'a168:0960' },
  stethoscope: { label: 'one digital stethoscope' },
};
const found = (role: Parameters<typeof candidatesFor>[0], devices = DEVICES) =>
  candidatesFor(role, devices, BINDINGS).map(({ deviceId }) => deviceId);

describe('instruments of a site', () => {
  it('are told apart by name and USB id, whatever the case of the name', () => {
    expect(markOf(OTOSCOPE.label)).toEqual({ label: 'USB Camera', usb: '0c45:6366' });
    expect(markOf('Stethoscope (new)')).toEqual({ label: 'Stethoscope (new)', usb: undefined });
    expect([found('ear'), found('throat'), found('skin'), found('stethoscope')]).toEqual([
      ['oto'],
      ['oto'],
      ['derm'],
      ['chest'],
    ]);
  });

  it('need both parts of a mark that names both', () => {
    expect(bears(DERMATOSCOPE, { label: 'USB Camera', usb: '0c45:6366' })).toBe(false);
    expect(bears({ label: 'USB Camera' }, { label: 'USB Camera', usb: '0c45:6366' })).toBe(false);
  });

  it('are several candidates when twins are plugged in, and none when absent or not named', () => {
    const twin = { ...OTOSCOPE, deviceId: 'oto-2' };
    expect(found('ear', [...DEVICES, twin])).toEqual(['oto', 'oto-2']);
    expect(found('ear', [FACE])).toEqual([]);
    expect(candidatesFor('ear', DEVICES, {})).toEqual([]);
  });

  it('count once though the browser lists the default once more', () => {
    expect(found('stethoscope', [{ ...CHEST, deviceId: 'default' }, CHEST])).toEqual(['chest']);
  });

  it('are never the camera of the face', () => {
    expect(DEVICES.filter((device) => !isInstrument(device, BINDINGS))).toEqual([FACE]);
  });

  it('are refused in a configuration that says nothing or is misspelt', () => {
    const refused = (value: unknown) => !instrumentBindingsSchema.safeParse(value).success;
    expect(refused({ ear: {} })).toBe(true);
    expect(refused({ ear: { usb: '0C45-6366' } })).toBe(true);
    expect(refused({ nose: { label: 'Camera' } })).toBe(true);
    expect(refused(BINDINGS)).toBe(false);
  });
});
