import { beforeEach, describe, expect, it } from 'vitest';
import { createVideoOutlets, type VideoOutlets } from './video-outlets.ts';

/** An element of a page that was not touched: it plays muted, and is refused with its sound. */
class FakeVideo {
  muted = false;
  autoplay = false;
  srcObject: unknown = null;
  playing = false;
  play = async (): Promise<void> => {
    if (!touched && !this.muted) throw new DOMException('play', 'NotAllowedError');
    this.playing = true;
  };
}

const STREAM = {} as MediaStream;
const settled = () => new Promise((resolve) => setImmediate(resolve));
let touched: boolean;
/** A key that browsers do not take for a touch, such as Escape. */
let press: () => void;
let touch: () => void;
let held: boolean[];
let outlets: VideoOutlets;
let video: FakeVideo;
let waiting: number;
const open = (muted: boolean): VideoOutlets =>
  createVideoOutlets(muted, {
    onHeld: (now) => held.push(now),
    gestures: (listener) => {
      waiting += 1;
      press = listener;
      touch = () => {
        touched = true;
        listener();
      };
      return () => {
        waiting -= 1;
      };
    },
  });
const attach = (to: VideoOutlets) => to.attach(video as unknown as HTMLVideoElement);

beforeEach(() => {
  touched = false;
  touch = () => {};
  press = () => {};
  held = [];
  waiting = 0;
  video = new FakeVideo();
  outlets = open(false);
});

describe('a page that was not touched', () => {
  it('plays the picture at once, says that the sound is held, and lets it be heard at the first touch', async () => {
    attach(outlets);
    outlets.show(STREAM);
    await settled();
    expect(video).toMatchObject({ playing: true, muted: true });
    expect(held).toEqual([true]);
    touch();
    await settled();
    expect(video).toMatchObject({ playing: true, muted: false });
    expect(held).toEqual([true, false]);
    expect(waiting).toBe(0);
  });

  it('goes on waiting after a touch that the browser does not count', async () => {
    attach(outlets);
    outlets.show(STREAM);
    await settled();
    press();
    await settled();
    expect(video).toMatchObject({ playing: true, muted: true });
    touch();
    await settled();
    expect(video.muted).toBe(false);
  });

  it('holds nothing of a call that is over', async () => {
    attach(outlets);
    outlets.show(STREAM);
    await settled();
    outlets.show(undefined);
    expect(held).toEqual([true, false]);
    expect(video.muted).toBe(false);
    expect(waiting).toBe(0);
  });

  it('holds nothing of one’s own picture, which is silent anyway', async () => {
    outlets = open(true);
    attach(outlets);
    outlets.show(STREAM);
    await settled();
    expect(video).toMatchObject({ playing: true, muted: true });
    expect(held).toEqual([]);
  });
});

it('plays picture and sound at once in a page that was touched', async () => {
  touched = true;
  attach(outlets);
  outlets.show(STREAM);
  await settled();
  expect(video).toMatchObject({ playing: true, muted: false });
  expect(held).toEqual([]);
});
