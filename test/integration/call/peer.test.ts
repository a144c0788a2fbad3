import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCallPages, launchChromium, removeFolder } from '#test/harness/call-rig.ts';
import { createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

let webRoot: string;
let browser: Browser;
let rig: GatewayRig;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  webRoot = await buildCallPages();
  browser = await launchChromium();
  rig = await createGatewayRig({ webRoot });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await rig.close();
  await removeFolder(webRoot);
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`http://${rig.address()}/peers.html`);
  await page.waitForFunction(() => (window.peers?.pair.log.length ?? 0) === 2);
});
afterEach(() => context.close());

const waitForOffers = (count: number) =>
  page.waitForFunction(
    (least) => window.peers?.pair.held.filter(({ signal }) => signal.type === 'offer').length === least,
    count,
  );
/** Both directions carry messages, and neither side was closed. */
const expectAlive = async (mark: string) => {
  await page.evaluate((text) => {
    window.peers?.pair.cabin.sendConsultation(text);
    window.peers?.pair.physician.sendConsultation(text);
  }, mark);
  await page.waitForFunction((text) => {
    const heard = window.peers?.pair.heard;
    return heard?.cabin.includes(text) && heard.physician.includes(text);
  }, mark);
  expect(await page.evaluate(() => window.peers?.pair.log)).toEqual(
    expect.not.arrayContaining(['cabin closed', 'physician closed']),
  );
};

describe('a peer connection in Chromium', { timeout: 60_000 }, () => {
  it('joins with both channels, and closes the other side when one closes', async () => {
    await expectAlive('hello');
    await page.evaluate(() => window.peers?.pair.cabin.sendLive('[]'));
    await page.waitForFunction(() => window.peers?.pair.heard.physician.includes('[]'));
    await page.evaluate(() => window.peers?.pair.physician.close());
    await page.waitForFunction(() => window.peers?.pair.log.includes('cabin closed'));
    expect(await page.evaluate(() => window.peers?.pair.log.includes('physician closed'))).toBe(false);
    expect(await page.evaluate(() => window.peers?.pair.cabin.sendConsultation('late'))).toBe(false);
  });

  it('hears the first word of the other side only once it can answer', async () => {
    const answered = await page.evaluate(async () => {
      const atOnce = RTCPeerConnection.prototype.getStats;
      // simple-peer finds out over what it is connected before it says so.
      RTCPeerConnection.prototype.getStats = async function (...args) {
        if (this.localDescription?.type === 'answer') await new Promise((soon) => setTimeout(soon, 600));
        return atOnce.apply(this, args);
      };
      const pair = window.peers?.openPair();
      if (!pair) return undefined;
      return new Promise<boolean>((resolve) => {
        pair.heard.physician.push = () => {
          resolve(pair.physician.sendConsultation('answer'));
          return 0;
        };
        const say = (): void => {
          if (!pair.cabin.sendConsultation('first word')) setTimeout(say, 10);
        };
        say();
      });
    });
    expect(answered).toBe(true);
  });

  it('starts an instrument by a track alone, and carries bytes, from the cabin only', async () => {
    // A page that nobody has touched may play no sound, not even into a track.
    await page.mouse.click(5, 5);
    await page.evaluate(async () => {
      const { cabin, physician } = window.peers?.pair ?? {};
      const canvas = document.createElement('canvas');
      document.body.append(canvas);
      const paint = (shade: number) => {
        canvas.getContext('2d')?.fillRect(shade % 200, 0, 10, 10);
        requestAnimationFrame(() => paint(shade + 1));
      };
      paint(0);
      const context = new AudioContext();
      const output = context.createMediaStreamDestination();
      const tone = new OscillatorNode(context);
      tone.connect(output);
      tone.start();
      const sound = output.stream.getAudioTracks()[0];
      const tracks = { exam: canvas.captureStream().getVideoTracks()[0], stethoscope: sound };
      await cabin?.setTracks(tracks);
      await physician?.setTracks(tracks);
      cabin?.sendBulk(new Uint8Array(5_000));
    });
    await page.waitForFunction(
      () =>
        window.peers?.pair.heard.physician.includes('5000 bytes') &&
        ['exam', 'stethoscope'].every((source) =>
          window.peers?.pair.log.includes(`physician gets ${source}`),
        ),
    );
    expect(await page.evaluate(() => window.peers?.pair.log)).not.toContain('cabin gets exam');
    expect(await page.evaluate(() => window.peers?.pair.cabin.remote.exam.getTracks().length)).toBe(0);
  });

  it('restarts ICE without losing a message', async () => {
    await page.evaluate(() => window.peers?.pair.cabin.restartIce());
    await expectAlive('after a restart');
  });

  it('restarts again after an offer was lost on its way', async () => {
    await page.evaluate(async () => {
      if (window.peers) window.peers.pair.relay.holds = true;
      await window.peers?.pair.cabin.restartIce();
    });
    await waitForOffers(1);
    await page.evaluate(async () => {
      if (!window.peers) return;
      window.peers.pair.held.length = 0;
      window.peers.pair.relay.holds = false;
      await window.peers.pair.cabin.restartIce();
    });
    await expectAlive('after the second');
  });

  it('answers two offers that come together without breaking', async () => {
    await page.evaluate(async () => {
      if (window.peers) window.peers.pair.relay.holds = true;
      await window.peers?.pair.cabin.restartIce();
    });
    await waitForOffers(1);
    await page.evaluate(() => window.peers?.pair.cabin.restartIce());
    await waitForOffers(2);
    await page.evaluate(() => {
      if (!window.peers) return;
      const { held, relay, physician, cabin } = window.peers.pair;
      relay.holds = false;
      for (const { to, signal } of held.splice(0)) (to === 'cabin' ? cabin : physician).signal(signal);
    });
    await expectAlive('after two offers');
    await page.evaluate(() => window.peers?.pair.cabin.restartIce());
    await expectAlive('and a restart after them');
  });

  it('ignores an answer to an older offer, a repeated one, and candidates of nowhere', async () => {
    const older = await page.evaluate(async () => {
      if (window.peers) window.peers.pair.relay.holds = true;
      await window.peers?.pair.cabin.restartIce();
      return true;
    });
    expect(older).toBe(true);
    await waitForOffers(1);
    await page.evaluate(() => {
      const { held, physician } = window.peers?.pair ?? { held: [], physician: undefined };
      const offer = held.splice(0).find(({ signal }) => signal.type === 'offer');
      if (offer) physician?.signal(offer.signal);
    });
    await page.waitForFunction(() => window.peers?.pair.held.some(({ signal }) => signal.type === 'answer'));
    await page.evaluate(() => window.peers?.pair.cabin.restartIce());
    await waitForOffers(1);
    await page.evaluate(() => {
      if (!window.peers) return;
      const { held, relay, physician, cabin } = window.peers.pair;
      relay.holds = false;
      const messages = held.splice(0);
      // The late answer comes first, twice.
      for (const { signal } of messages) if (signal.type === 'answer') cabin.signal(signal);
      for (const { signal } of messages) if (signal.type === 'answer') cabin.signal(signal);
      cabin.signal({ type: 'candidate', candidate: { candidate: 'nonsense', sdpMid: '9' } });
      for (const { to, signal } of messages)
        if (signal.type !== 'answer') (to === 'cabin' ? cabin : physician).signal(signal);
    });
    await expectAlive('after stale answers');
  });
});
