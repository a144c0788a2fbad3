import type { Page } from 'playwright';
import { benchFrame, type ComparedCall, closeBenchMedia, openBenchMedia } from './bench-media.ts';

declare global {
  interface Window {
    /** One end of the bare call. */
    benchPeer?: {
      readonly hear: (text: string) => Promise<void>;
      /** Makes the offer; gives the page's time when it began. */
      readonly call: () => Promise<number>;
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

/** Opens one end: a plain `RTCPeerConnection`. */
const openEnd = async (page: Page): Promise<void> => {
  await openBenchMedia(page);
  await page.evaluate(() => {
    const { benchMedia: media } = window;
    if (!media) throw new Error('no camera and microphone');
    const connection = new RTCPeerConnection({ iceServers: [] });
    const relay = (signal: object): void => void window.benchRelay?.(JSON.stringify(signal));
    for (const track of media.stream.getTracks()) connection.addTrack(track, media.stream);
    connection.ontrack = ({ streams: [remote] }) => media.show(remote ?? null);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate !== null) relay({ candidate });
    };
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
      hear: (text) => {
        turn = turn.then(() => take(text));
        return turn;
      },
      call: async () => {
        const beganAt = performance.timeOrigin + performance.now();
        await describe();
        return beganAt;
      },
      close: () => connection.close(),
    };
  });
};

const close = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.benchPeer?.close());
  await closeBenchMedia(page);
};

/** A bare call from the first page to the second. */
export const playBareCall = async (caller: Page, called: Page): Promise<ComparedCall> => {
  await Promise.all([openEnd(caller), openEnd(called)]);
  try {
    const frames = Promise.all([benchFrame(caller), benchFrame(called)]);
    const beganAt = await caller.evaluate(() => window.benchPeer?.call() ?? Number.NaN);
    const [callerSees, calledSees] = await frames;
    return { beganAt, callerSees, calledSees };
  } finally {
    await Promise.all([close(caller), close(called)]);
  }
};
