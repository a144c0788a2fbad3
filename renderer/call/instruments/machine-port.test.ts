import { describe, expect, it } from 'vitest';
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

it('asks for that very camera, without sound, near full HD and never cut', async () => {
  expect(await open('videoinput')).toEqual({
    video: {
      deviceId: { exact: 'one' },
      resizeMode: 'none',
      width: { ideal: 1_920 },
      height: { ideal: 1_080 },
      frameRate: { ideal: 25, max: 30 },
    },
  });
});

describe('the whole size of a camera', () => {
  const trackOf = (most: { width: number; height: number }, now: { width: number; height: number }) => {
    const applied: MediaTrackConstraints[] = [];
    const track = {
      getCapabilities: () => ({
        width: { min: 1, max: most.width },
        height: { min: 1, max: most.height },
      }),
      getSettings: () => now,
      applyConstraints: (constraints: MediaTrackConstraints) => {
        applied.push(constraints);
        return Promise.resolve();
      },
    };
    const port = createMachinePort(new FakeDevices() as unknown as MediaDevices);
    return { whole: port.wholeSize(track as unknown as MediaStreamTrack), applied };
  };
  const HD = { width: 1_920, height: 1_080 };

  it('is asked for uncut for a still, and its moving size after it', async () => {
    const { whole, applied } = trackOf({ width: 2_592, height: 1_944 }, HD);
    await whole?.enlarge();
    await whole?.restore();
    expect(applied).toEqual([
      { resizeMode: 'none', width: { ideal: 2_592 }, height: { ideal: 1_944 } },
      expect.objectContaining({ width: { ideal: 1_920 }, height: { ideal: 1_080 } }),
    ]);
  });

  it('is no more than the channel carries losslessly', async () => {
    const { whole, applied } = trackOf({ width: 8_000, height: 6_000 }, HD);
    await whole?.enlarge();
    expect(applied).toMatchObject([{ width: { ideal: 4_096 }, height: { ideal: 3_072 } }]);
  });

  it('disturbs no camera whose moving picture is all that it has, or that does not say', () => {
    expect(trackOf(HD, HD).whole).toBeUndefined();
    expect(trackOf({ width: 0, height: 0 }, HD).whole).toBeUndefined();
  });
});
