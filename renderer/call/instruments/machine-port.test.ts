import { expect, it } from 'vitest';
import { createMachinePort } from './machine-port.ts';

class FakeDevices extends EventTarget {
  readonly asked: MediaStreamConstraints[] = [];
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    return Promise.resolve({ getTracks: () => [] } as unknown as MediaStream);
  }
}
const open = async (kind: 'audioinput' | 'videoinput'): Promise<MediaStreamConstraints | undefined> => {
  const devices = new FakeDevices();
  const port = createMachinePort(devices as unknown as MediaDevices);
  await port.open({ deviceId: 'one', kind, label: 'Instrument' });
  return devices.asked[0];
};

it('asks for a stethoscope’s sound as it is: nothing that browsers do to speech, and two channels', async () => {
  expect(await open('audioinput')).toEqual({
    audio: {
      deviceId: { exact: 'one' },
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      channelCount: { ideal: 2 },
    },
  });
});

it('asks for that very camera, without sound, up to full HD', async () => {
  expect(await open('videoinput')).toEqual({
    video: {
      deviceId: { exact: 'one' },
      width: { ideal: 1_920 },
      height: { ideal: 1_080 },
      frameRate: { ideal: 25, max: 30 },
    },
  });
});
