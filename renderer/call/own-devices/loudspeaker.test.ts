import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createFakeMedia, type FakeMedia } from '../fake-media.ts';
import { createLocalMedia, type LocalSnapshot } from '../local-media.ts';
import { type Loudspeaker, watchLoudspeaker } from './loudspeaker.ts';
import type { ListedDevice } from './own-device.ts';

const output = (deviceId: string, label: string, groupId = deviceId): ListedDevice => ({
  deviceId,
  groupId,
  kind: 'audiooutput',
  label,
});
const CEILING = output('ceiling', 'Ceiling speaker (1234:5678)');
const SCREEN = output('screen', 'HDMI');
/** What the system plays by, as Chromium lists it before all others. */
const system = ({ groupId, label }: ListedDevice): ListedDevice =>
  output('default', `Default - ${label}`, groupId);

let media: FakeMedia;
let listed: readonly ListedDevice[] | 'refused';
let speaker: Loudspeaker;
let told: (string | undefined)[];

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const become = async (next: typeof listed): Promise<void> => {
  listed = next;
  media.plug();
  await settled();
};
const open = async (first: typeof listed): Promise<void> => {
  listed = first;
  speaker = watchLoudspeaker({
    media: {
      enumerateDevices: () =>
        listed === 'refused'
          ? Promise.reject(new DOMException('refused', 'NotAllowedError'))
          : Promise.resolve(listed as MediaDeviceInfo[]),
    },
    devices: media.devices,
  });
  speaker.onChange(() => told.push(speaker.failure()?.code));
  await settled();
};

beforeEach(() => {
  media = createFakeMedia();
  told = [];
});

describe('the loudspeaker of the cabin', () => {
  it('is missing where no output is listed, until one is plugged in', async () => {
    await open([{ ...CEILING, kind: 'audioinput' }]);
    expect(speaker.failure()?.code).toBe('LOUDSPEAKER_MISSING');
    await become([{ ...SCREEN, kind: 'videoinput' }]);
    await become([system(CEILING), CEILING]);
    expect(told).toEqual(['LOUDSPEAKER_MISSING', undefined]);
  });

  it('is unplugged once the last output has gone, and says nothing while another one is left', async () => {
    await open([system(CEILING), CEILING, SCREEN]);
    await become([system(SCREEN), SCREEN]);
    await become([]);
    await become([]);
    await become([system(CEILING), CEILING]);
    expect(told).toEqual(['LOUDSPEAKER_UNPLUGGED', undefined]);
  });

  it('is taken back by what is written on it, under whatever id it returns, where the system stays with another', async () => {
    await open([system(CEILING), CEILING, SCREEN]);
    expect(speaker.sink.getState()).toBe('');
    await become([system(SCREEN), SCREEN]);
    expect(speaker.sink.getState()).toBe('');
    const back = { ...CEILING, deviceId: 'ceiling-again', groupId: 'ceiling-again' };
    await become([system(SCREEN), SCREEN, back]);
    expect(speaker.sink.getState()).toBe('ceiling-again');
    await become([system(SCREEN), SCREEN]);
    expect(speaker.sink.getState()).toBe('');
  });

  it('is what somebody chooses in the system, from then on', async () => {
    await open([system(CEILING), CEILING, SCREEN]);
    await become([system(SCREEN), SCREEN, CEILING]);
    expect(speaker.sink.getState()).toBe('');
    await become([system(CEILING), CEILING]);
    await become([system(CEILING), CEILING, SCREEN]);
    expect(speaker.sink.getState()).toBe('screen');
    await become([system(SCREEN), SCREEN, CEILING]);
    expect(speaker.sink.getState()).toBe('');
  });

  it('is not called away by a list that is refused, nor after it was closed', async () => {
    await open('refused');
    expect(speaker.failure()).toBeUndefined();
    await become([CEILING]);
    speaker.close();
    await become([]);
    expect(told).toEqual([]);
  });
});

it('is among what is wrong while camera and microphone are in use, heals by itself, and is nobody’s fault after', async () => {
  await open([system(CEILING), CEILING]);
  let failures: readonly string[] = [];
  const local = createLocalMedia(
    { ...media, clock: createFakeClock(), loudspeaker: speaker },
    (snapshot: LocalSnapshot) => {
      failures = snapshot.failures.map(({ code }) => code);
    },
  );
  await local.open();
  expect(failures).toEqual([]);
  await become([]);
  expect(failures).toEqual(['LOUDSPEAKER_UNPLUGGED']);
  media.mute(true);
  expect(failures).toEqual(['MICROPHONE_SILENT', 'LOUDSPEAKER_UNPLUGGED']);
  media.mute(false);
  await become([system(CEILING), CEILING]);
  expect(failures).toEqual([]);
  await become([]);
  local.stop();
  expect(failures).toEqual([]);
});
