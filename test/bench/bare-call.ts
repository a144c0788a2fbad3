import type { Page } from 'playwright';
import { lendNames } from './lend-names.ts';

declare global {
  interface Window {
    /** One end of the bare call. */
    benchPeer?: {
      readonly hear: (text: string) => Promise<void>;
      /** Makes the offer; gives the page's time when it began. */
      readonly call: () => Promise<number>;
      /** The page's time of the first frame of the other side. */
      readonly firstFrame: Promise<number>;
      readonly close: () => void;
    };
    /** Carries a signal to the other end, through the process of the bench. */
    benchRelay?: (text: string) => Promise<void>;
  }
}

/** Lets two pages send signals to each other, at once. Once for a page. */
export const joinPages = async (one: Page, other: Page): Promise<void> => {
  const relayTo = (page: Page) => (text: string) =>
    page.evaluate((signal) => window.benchPeer?.hear(signal), text);
  await one.exposeFunction('benchRelay', relayTo(other));
  await other.exposeFunction('benchRelay', relayTo(one));
};

/** Opens one end: camera and microphone as the cabin asks for them, a plain `RTCPeerConnection`, a picture on the page. */
const openEnd = async (page: Page): Promise<void> => {
  await lendNames(page);
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 25, max: 30 } },
    });
    const connection = new RTCPeerConnection({ iceServers: [] });
    const video = document.createElement('video');
    Object.assign(video, { autoplay: true, muted: true, width: 640, height: 480 });
    Object.assign(video.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '10' });
    document.body.append(video);
    const relay = (signal: object): void => void window.benchRelay?.(JSON.stringify(signal));
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    connection.ontrack = ({ streams: [remote] }) => {
      video.srcObject = remote ?? null;
    };
    connection.onicecandidate = ({ candidate }) => {
      if (candidate !== null) relay({ candidate });
    };
    const firstFrame = new Promise<number>((resolve) => {
      video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
    });
    const describe = async (): Promise<void> => {
      await connection.setLocalDescription();
      relay({ description: connection.localDescription });
    };
    /** Candidates come while the description before them is still being applied. */
    let turn: Promise<void> = Promise.resolve();
    const take = async (text: string): Promise<void> => {
      const { description, candidate } = JSON.parse(text);
      if (candidate) await connection.addIceCandidate(candidate);
      if (!description) return;
      await connection.setRemoteDescription(description);
      if (description.type === 'offer') await describe();
    };
    window.benchPeer = {
      firstFrame,
      hear: (text) => {
        turn = turn.then(() => take(text));
        return turn;
      },
      call: async () => {
        const beganAt = performance.timeOrigin + performance.now();
        await describe();
        return beganAt;
      },
      close: () => {
        connection.close();
        for (const track of stream.getTracks()) track.stop();
        video.remove();
      },
    };
  });
};

const close = (page: Page): Promise<void> => page.evaluate(() => window.benchPeer?.close());
const frameOn = (page: Page): Promise<number> =>
  page.evaluate(() => window.benchPeer?.firstFrame ?? Number.NaN);

/** A bare call from the first page to the second: times of its beginning and of the first frame on each side, on the pages' clocks. */
export const playBareCall = async (
  caller: Page,
  called: Page,
): Promise<{ readonly beganAt: number; readonly callerSees: number; readonly calledSees: number }> => {
  await Promise.all([openEnd(caller), openEnd(called)]);
  try {
    const frames = Promise.all([frameOn(caller), frameOn(called)]);
    const beganAt = await caller.evaluate(() => window.benchPeer?.call() ?? Number.NaN);
    const [callerSees, calledSees] = await frames;
    return { beganAt, callerSees, calledSees };
  } finally {
    await Promise.all([close(caller), close(called)]);
  }
};
