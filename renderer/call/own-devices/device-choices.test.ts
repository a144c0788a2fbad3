import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { fakeStream, mediaError } from '../fake-media.ts';
import { createDeviceChoices, type DeviceChoices } from './device-choices.ts';
import { followChoices } from './follow-choices.ts';
import { chosenOf, type ListedDevice, nameInUse, systemOutput } from './own-device.ts';

const device = (
  kind: MediaDeviceKind,
  deviceId: string,
  label: string,
  groupId = deviceId,
): ListedDevice => ({
  kind,
  deviceId,
  groupId,
  label,
});
const BUILT_IN = device('videoinput', 'c1', 'Webcam (0c45:6366)');
const DESK = device('videoinput', 'c2', 'Bureau (046d:085e)');
const MICROPHONE = device('audioinput', 'm1', 'Micro');
const HEADSET = device('audioinput', 'm2', 'Casque');
const SPEAKERS = device('audiooutput', 'o1', 'Enceintes');
const PHONES = device('audiooutput', 'o2', 'Casque');

let clock: FakeClock;
let listed: ListedDevice[];
let asked: MediaStreamConstraints[];
let kept: Map<string, string>;
let failure: Error | undefined;
let changed: () => void;
let changes: string[];

const open = async (): Promise<DeviceChoices> => {
  const choices = createDeviceChoices({
    media: {
      enumerateDevices: async () => listed as MediaDeviceInfo[],
      getUserMedia: async (constraints = {}) => {
        asked.push(constraints);
        const error = failure;
        failure = undefined;
        if (error) throw error;
        return fakeStream();
      },
    },
    devices: {
      onDevicesChanged: (listener) => {
        changed = listener;
        return () => {};
      },
    },
    kept: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    },
    choosesOutput: true,
  });
  followChoices({
    choices,
    clock,
    call: {
      changeDevice: async (kind) => {
        changes.push(kind);
        return { ok: true, value: null };
      },
    },
  });
  await clock.advance(0);
  return choices;
};
const listAnew = async (next: ListedDevice[]): Promise<void> => {
  listed = next;
  changed();
  await clock.advance(1_000);
};

beforeEach(() => {
  clock = createFakeClock();
  listed = [BUILT_IN, DESK, MICROPHONE, HEADSET, SPEAKERS, PHONES];
  asked = [];
  kept = new Map();
  changes = [];
  failure = undefined;
});

describe('the devices of a page', () => {
  it('are the system’s own until others are chosen, and those at once then', async () => {
    const choices = await open();
    await choices.getUserMedia({ audio: true, video: { frameRate: 25 } });
    expect(asked).toEqual([{ audio: true, video: { frameRate: 25 } }]);
    choices.choose('camera', DESK);
    expect(changes).toEqual(['video']);
    await choices.getUserMedia({ audio: true, video: { frameRate: 25 } });
    expect(asked.at(-1)).toEqual({ audio: true, video: { frameRate: 25, deviceId: { exact: 'c2' } } });
    choices.choose('camera', undefined);
    expect(changes).toEqual(['video', 'video']);
    await choices.getUserMedia({ video: true });
    expect(asked.at(-1)).toEqual({ video: true });
  });

  it('are found again after a reload, by what is written on them, also in another socket', async () => {
    (await open()).choose('camera', DESK);
    listed = [BUILT_IN, { ...DESK, deviceId: 'c9' }];
    const choices = await open();
    await choices.getUserMedia({ video: true });
    expect(asked.at(-1)).toEqual({ video: { deviceId: { exact: 'c9' } } });
  });

  it('stand in for one that was pulled out, which is in use again once it is back', async () => {
    const choices = await open();
    choices.choose('microphone', HEADSET);
    changes = [];
    await listAnew([BUILT_IN, MICROPHONE]);
    await choices.getUserMedia({ audio: true });
    expect(asked.at(-1)).toEqual({ audio: true });
    expect(changes).toEqual([]);
    await listAnew([BUILT_IN, MICROPHONE, { ...HEADSET, deviceId: 'm7' }]);
    expect(changes).toEqual(['audio']);
    await choices.getUserMedia({ audio: true });
    expect(asked.at(-1)).toEqual({ audio: { deviceId: { exact: 'm7' } } });
  });

  it('stand in for one that another program has, and for none that is forbidden', async () => {
    const choices = await open();
    choices.choose('camera', DESK);
    failure = mediaError('NotReadableError');
    await choices.getUserMedia({ video: true });
    expect(asked).toEqual([{ video: { deviceId: { exact: 'c2' } } }, { video: true }]);
    failure = mediaError('NotAllowedError');
    await expect(choices.getUserMedia({ video: true })).rejects.toThrow('NotAllowedError');
    expect(asked).toHaveLength(3);
  });

  it('are heard by the output that was chosen while it is there', async () => {
    const choices = await open();
    choices.choose('output', PHONES);
    expect(choices.sink.getState()).toBe('o2');
    await listAnew([SPEAKERS]);
    expect(choices.sink.getState()).toBe('');
    await listAnew([SPEAKERS, PHONES]);
    expect(choices.sink.getState()).toBe('o2');
    expect(changes).toEqual([]);
  });

  it.each(['', '{', '[]', '{"camera":{"deviceId":"c2"}}', '{"door":{"deviceId":"c2","label":"x"}}'])(
    'are the system’s own where %j was kept',
    async (text) => {
      kept.set('cabine.own-devices', text);
      expect((await open()).store.getState().choices).toEqual({});
    },
  );
});

describe('a device of a page', () => {
  it('is told from its twin as long as the browser keeps its ids', () => {
    const twins = [BUILT_IN, { ...BUILT_IN, deviceId: 'c5' }];
    const choice = { label: 'Webcam', usb: '0c45:6366' };
    expect(chosenOf('camera', { camera: { ...choice, deviceId: 'c5' } }, twins)?.deviceId).toBe('c5');
    expect(chosenOf('camera', { camera: { ...choice, deviceId: 'c0' } }, twins)?.deviceId).toBe('c1');
  });

  it('is named by itself where the browser shows the system’s choice', () => {
    const all = [
      device('audioinput', 'default', 'Par défaut - Casque', 'g2'),
      device('audioinput', 'm2', 'Casque', 'g2'),
      device('audiooutput', 'default', 'Par défaut - Enceintes', 'g3'),
      device('audiooutput', 'o1', 'Enceintes', 'g3'),
    ];
    const track = {
      label: 'Par défaut - Casque',
      getSettings: () => ({ deviceId: 'default', groupId: 'g2' }),
    };
    expect(nameInUse(track, all)).toBe('Casque');
    expect(nameInUse({ label: 'Webcam (0c45:6366)', getSettings: () => ({}) }, all)).toBe('Webcam');
    expect(systemOutput(all)).toBe('Enceintes');
    expect(systemOutput([])).toBeUndefined();
  });
});
