import type { Page } from 'playwright/test';

/** What a call is made of; nothing of it may outlive the call. */
const KINDS = ['RTCPeerConnection', 'RTCDataChannel', 'MediaStreamTrack'] as const;

export type LeftInHeap = Readonly<Record<(typeof KINDS)[number], number>>;

/**
 * How many objects of each kind the page still holds on to. The browser collects what nobody holds before it answers (Chrome DevTools
 * Protocol, `Runtime.queryObjects`), so that what is counted is held by something.
 */
export const leftInHeap = async (page: Page): Promise<LeftInHeap> => {
  const session = await page.context().newCDPSession(page);
  try {
    const count = async (kind: string): Promise<number> => {
      const { result: prototype } = await session.send('Runtime.evaluate', {
        expression: `${kind}.prototype`,
      });
      const { objects } = await session.send('Runtime.queryObjects', {
        prototypeObjectId: prototype.objectId ?? '',
      });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      return Number(result.value);
    };
    return {
      RTCPeerConnection: await count('RTCPeerConnection'),
      RTCDataChannel: await count('RTCDataChannel'),
      MediaStreamTrack: await count('MediaStreamTrack'),
    };
  } finally {
    await session.detach();
  }
};
