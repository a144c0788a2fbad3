import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLAIM_GRACE_MS } from '#core/claims/arbitration.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import { READINGS } from '#renderer/preview/sample-visit.ts';
import {
  buildCallPages,
  type CallRig,
  createCallRig,
  launchChromium,
  removeFolder,
  TICKET,
} from '#test/harness/call-rig.ts';
import { SITE } from '#test/harness/gateway-rig.ts';
import { PRE_BRIEF } from '#test/harness/pre-brief.ts';

let webRoot: string;
let browser: Browser;
let rig: CallRig;
beforeAll(async () => {
  webRoot = await buildCallPages();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await removeFolder(webRoot);
});
beforeEach(async () => {
  rig = await createCallRig(browser, webRoot);
});
afterEach(() => rig.close());

const PLACE = { siteId: SITE.id, cabinId: SITE.cabinId, ticketId: TICKET };
/** A loaded machine takes its time. */
const WAIT = { timeout: 10_000 };
const ACKNOWLEDGED = { ...PRE_BRIEF, stage: 'call', cardAcknowledged: true } as const;

const claim = async () => {
  const { page, context } = await rig.openPhysician('dr-benali');
  await page.evaluate((place) => window.physician?.desk.claim(place), PLACE);
  await page.waitForFunction(() => window.physician?.call.store.getState().projection !== undefined);
  return { page, context };
};

const FRAMES = 10;
type PhysicianTab = Awaited<ReturnType<typeof claim>>['page'];

const framesBothWays = async (page: PhysicianTab) => {
  await page.waitForFunction((least) => (window.physician?.media.frames.length ?? 0) >= least, FRAMES);
  await rig.cabinPage.waitForFunction((least) => (window.cabin?.media.frames.length ?? 0) >= least, FRAMES);
};

const inCall = async () => {
  const { page, context } = await claim();
  await rig.show(ACKNOWLEDGED);
  await framesBothWays(page);
  return { page, context };
};

const block = (sequence: number): LiveMessage => ({
  type: 'wave',
  deviceId: 'oximeter',
  epoch: 1,
  wave: 'pleth',
  sequence,
  sampleRateHz: 60,
  arrivedAtMs: 1_000 + (sequence / 60) * 1_000,
  samples: [0.25, 0.5, null],
});

describe('a call between two real pages', { timeout: 60_000 }, () => {
  it('gives the pre-brief first, and no media before the patient has acknowledged the card', async () => {
    const { page } = await claim();
    await page.evaluate(() => window.physician?.call.startMedia());
    await rig.cabinPage.evaluate(() => window.cabin?.call.openLocalMedia());
    expect(await page.evaluate(() => window.physician?.call.store.getState().call.media.local)).toBe('open');
    const sent = await Promise.all([
      page.evaluate(() => window.physician?.media.mediaBytesSent()),
      rig.cabinPage.evaluate(() => window.cabin?.media.mediaBytesSent()),
    ]);
    expect(sent).toEqual([0, 0]);
    expect(await page.evaluate(() => window.physician?.media.frames.length)).toBe(0);

    await rig.show(ACKNOWLEDGED);
    await framesBothWays(page);
    expect(await page.evaluate(() => window.physician?.call.store.getState().call.media)).toMatchObject({
      local: 'sending',
      remote: 'live',
      sends: { picture: true, sound: true },
    });
  });

  it('brings waves and live feedback, and answers a command', async () => {
    const { page } = await claim();
    await rig.cabinPage.evaluate(
      (messages) => {
        for (const message of messages) window.cabin?.live(message);
      },
      [block(0), block(3), block(6)],
    );
    await page.waitForFunction(
      () => window.physician?.waves.reduce((sum, { samples }) => sum + samples.length, 0) === 9,
    );
    const drawn = (await page.evaluate(() => window.physician?.waves)) ?? [];
    // Twelve bits a sample: finer than any device draws.
    const shown = drawn.flatMap(({ samples }) =>
      samples.map((sample) => sample && Math.round(sample * 1_000)),
    );
    expect(shown).toEqual([250, 500, null, 250, 500, null, 250, 500, null]);
    expect(drawn.map(({ sequence }) => sequence)).toEqual([0, 2, 3, 5, 6, 8]);

    await rig.cabinPage.evaluate(
      (messages) => {
        for (const message of messages) window.cabin?.live(message);
      },
      [
        { type: 'beat', sentAtMs: 5_000 },
        {
          type: 'feedback',
          deviceId: 'oximeter',
          epoch: 1,
          captureId: 'c1',
          arrivedAtMs: 5_000,
          feedback: {
            measure: 'oximetry',
            state: 'steady',
            signal: 4,
            values: { spo2: { value: 97, unit: '%' } },
            steadyForMs: 1_000,
            steadyNeededMs: 8_000,
          },
        },
      ] satisfies LiveMessage[],
    );
    await page.waitForFunction(() => window.physician?.call.store.getState().feedback.length === 1);
    // Nothing more comes, so the value must go.
    await page.waitForFunction(() => window.physician?.call.store.getState().feedback.length === 0);

    const request = { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' } as const;
    const outcome = await page.evaluate((command) => window.physician?.call.command(command), request);
    expect(outcome).toEqual({ ok: true, value: null });
    expect(rig.commands).toEqual([request]);
  });

  it("comes back by itself when the physician's page is loaded again", async () => {
    const { page } = await inCall();
    await page.reload();
    await framesBothWays(page);
    expect(await page.evaluate(() => window.physician?.call.store.getState().projection?.stage)).toBe('call');
    expect(rig.holder()).toBe('dr-benali');
  });

  it("comes back by itself when the patient's page is loaded again", async () => {
    const { page } = await inCall();
    const before = await page.evaluate(() => window.physician?.media.frames.length ?? 0);
    await rig.cabinPage.reload();
    await framesBothWays(page);
    await page.waitForFunction(
      (least) => (window.physician?.media.frames.length ?? 0) > least,
      before + FRAMES,
    );
    expect(await page.evaluate(() => window.physician?.call.store.getState().call.attempt?.generation)).toBe(
      2,
    );
  });

  it('gives the patient back to the queue when the tab of the physician was killed and the grace is over', async () => {
    const { context } = await inCall();
    await context.close();
    await rig.cabinPage.waitForFunction(() => window.cabin?.call.store.getState().state !== 'connected');
    await vi.waitFor(() => expect(rig.presenceOfHolder).toContain('away'), WAIT);
    rig.passTime(CLAIM_GRACE_MS - 1);
    expect(rig.holder()).toBe('dr-benali');
    rig.passTime(1);
    expect(rig.holder()).toBeUndefined();
    await rig.cabinPage.waitForFunction(() => window.cabin?.call.store.getState().state === 'idle');
    expect(await rig.cabinPage.evaluate(() => window.cabin?.media.liveTracks())).toBe(0);
    const next = await rig.openPhysician('dr-lefevre');
    const taken = await next.page.evaluate((place) => window.physician?.desk.claim(place), PLACE);
    expect(taken).toEqual({ ok: true, value: null });
  });

  it('leaves no live track and nothing of the visit on either side when the claim ends', async () => {
    const { page } = await inCall();
    rig.endClaim();
    await rig.cabinPage.waitForFunction(() => window.cabin?.call.store.getState().state === 'idle');
    await page.waitForFunction(() => window.physician?.call.store.getState().call.state === 'idle');
    expect(await page.evaluate(() => window.physician?.media.liveTracks())).toBe(0);
    expect(await rig.cabinPage.evaluate(() => window.cabin?.media.liveTracks())).toBe(0);
    expect(await page.evaluate(() => window.physician?.call.store.getState().projection)).toBeUndefined();
    expect(
      await page.evaluate(() => document.querySelector<HTMLVideoElement>('video#remote')?.srcObject),
    ).toBeNull();
  });

  it('keeps the call while the broker is away', async () => {
    const { page } = await inCall();
    await rig.gateway.stop();
    await page.waitForFunction(() => window.physician?.desk.store.getState().connection.state === 'lost');
    const before = await page.evaluate(() => window.physician?.media.frames.length ?? 0);
    await page.waitForFunction(
      (least) => (window.physician?.media.frames.length ?? 0) > least,
      before + FRAMES,
    );
    await rig.gateway.restart();
    await page.waitForFunction(
      () => window.physician?.desk.store.getState().connection.state === 'connected',
    );
    expect(await page.evaluate(() => window.physician?.call.store.getState().call)).toMatchObject({
      state: 'connected',
      attempt: { generation: 1 },
    });
  });

  it('proves over reloads of the page that both screens hold the same readings', async () => {
    const { page } = await claim();
    const readings = Object.values(READINGS);
    for (const count of readings.keys())
      await rig.show({ ...PRE_BRIEF, readings: readings.slice(0, count + 1) });
    const confirmed = (count: number) =>
      page.waitForFunction(
        (all) => window.physician?.call.store.getState().agreement.same.size === all,
        count,
      );
    await confirmed(readings.length);
    await page.reload();
    await page.evaluate((place) => window.physician?.desk.claim(place), PLACE);
    await confirmed(readings.length);
    expect(await page.evaluate(() => window.physician?.call.store.getState().projection?.readings)).toEqual(
      readings,
    );
    expect(rig.verdicts.flatMap(({ differing }) => differing)).toEqual([]);
    expect(rig.incidents).toEqual([]);
  });
});
