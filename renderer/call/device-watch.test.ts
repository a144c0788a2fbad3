import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createDeviceWatch } from './device-watch.ts';
import type { PictureFlaw } from './picture-judge.ts';

/** Of each colour part of the picture that the camera shows now. */
let brightness: (index: number) => number;
let video: { videoWidth: number; srcObject: unknown; muted: boolean; play: () => Promise<void> };
let permissions: EventTarget[];
let clock: FakeClock;
let told: (PictureFlaw | undefined)[];

class FakeStatus extends EventTarget {
  state = 'denied';
}

beforeEach(() => {
  brightness = () => 120;
  video = { videoWidth: 640, srcObject: null, muted: false, play: () => Promise.reject(new Error('touch')) };
  permissions = [];
  clock = createFakeClock();
  told = [];
  vi.stubGlobal('document', { createElement: () => video });
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('PermissionStatus', FakeStatus);
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;
      constructor(width: number, height: number) {
        this.width = width;
        this.height = height;
      }
      getContext() {
        const { width, height } = this;
        return {
          drawImage: () => {},
          getImageData: () => ({
            data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) =>
              index % 4 === 3 ? 255 : brightness(index),
            ),
          }),
        };
      }
    },
  );
  vi.stubGlobal('navigator', {
    permissions: {
      query: async ({ name }: { name: string }) => {
        if (name === 'microphone') throw new TypeError('not known here');
        const status = new FakeStatus();
        permissions.push(status);
        return status;
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const watch = (track: Partial<MediaStreamTrack> = {}) =>
  createDeviceWatch(clock).watchPicture(track as MediaStreamTrack, (flaw) => told.push(flaw));

describe('a picture that is black', () => {
  it('is told after 6 s, and again when something is to be seen', async () => {
    watch();
    await clock.advance(10_000);
    brightness = () => 0;
    await clock.advance(5_900);
    expect(told).toEqual([]);
    await clock.advance(2_000);
    expect(told).toEqual(['black']);
    await clock.advance(20_000);
    expect(told).toEqual(['black']);
    brightness = () => 120;
    await clock.advance(2_000);
    expect(told).toEqual(['black', undefined]);
  });

  it('is none where a dark room yields noise, a lamp goes off and on, or no frame has come yet', async () => {
    watch();
    // The noise of a sensor at night, in one colour part of one pixel.
    brightness = (index) => (index === 1_001 ? 18 : 3);
    await clock.advance(20_000);
    brightness = () => 0;
    await clock.advance(4_000);
    brightness = () => 90;
    await clock.advance(2_000);
    brightness = () => 0;
    await clock.advance(4_000);
    brightness = () => 90;
    await clock.advance(2_000);
    video.videoWidth = 0;
    brightness = () => 0;
    await clock.advance(20_000);
    expect(told).toEqual([]);
  });

  it('is looked at no more once the watch is over, and the camera is let go', async () => {
    const stop = watch();
    expect(video.srcObject).not.toBeNull();
    stop();
    brightness = () => 0;
    await clock.advance(60_000);
    expect([told, video.srcObject]).toEqual([[], null]);
  });
});

describe('a camera that is open and yields no frame', () => {
  it('is told as such after 6 s, whatever its last frame shows, and when it yields frames again', async () => {
    const track = { muted: true };
    watch(track);
    await clock.advance(5_900);
    expect(told).toEqual([]);
    await clock.advance(100);
    expect(told).toEqual(['frozen']);
    track.muted = false;
    await clock.advance(2_000);
    expect(told).toEqual(['frozen', undefined]);
  });

  it('is told where no frame came from the beginning, and after a black picture', async () => {
    const track = { muted: true };
    video.videoWidth = 0;
    watch(track);
    await clock.advance(6_000);
    expect(told).toEqual(['frozen']);
    video.videoWidth = 640;
    track.muted = false;
    brightness = () => 0;
    await clock.advance(6_000);
    track.muted = true;
    await clock.advance(6_000);
    expect(told).toEqual(['frozen', 'black', 'frozen']);
  });
});

describe('permission for camera and microphone', () => {
  const become = (state: string): void => {
    for (const status of permissions) {
      Object.assign(status, { state });
      status.dispatchEvent(new Event('change'));
    }
  };

  it('is told when it is granted, and not when it is taken, where the browser knows one of the two alone', async () => {
    let allowed = 0;
    const stop = createDeviceWatch(clock).onAllowed(() => {
      allowed += 1;
    });
    await clock.advance(1);
    become('prompt');
    expect(allowed).toBe(0);
    become('granted');
    expect(allowed).toBe(1);
    stop();
    become('granted');
    expect(allowed).toBe(1);
  });
});
