import type { Page } from 'playwright';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { type CallRig, TICKET } from '#test/harness/call-rig.ts';
import { SITE } from '#test/harness/gateway-rig.ts';
import { PRE_BRIEF } from '#test/harness/pre-brief.ts';
import type { Sides } from './figures.ts';

export const ACKNOWLEDGED: PhysicianProjection = { ...PRE_BRIEF, stage: 'call', cardAcknowledged: true };

const JOIN_WITHIN_MS = 60_000;
const FRAME_WITHIN_MS = 30_000;
const POLLING_MS = 100;

/** A call in which both may see and hear each other. */
export interface JoinedCall {
  readonly rig: CallRig;
  readonly physician: Page;
  readonly joinMs: number;
  readonly firstFrameMs: Sides<number | undefined>;
}

const frameOf = (page: Page): Promise<number | undefined> =>
  page
    .waitForFunction(() => (window.cabin ?? window.physician)?.media.frames[0], undefined, {
      timeout: FRAME_WITHIN_MS,
      polling: POLLING_MS,
    })
    .then(
      (frame) => frame.jsonValue(),
      () => undefined,
    );

/** Both pages test their line while the patient waits, as they do by themselves in a visit. */
const testLines = async (rig: CallRig, physician: Page): Promise<void> => {
  rig.cabinLine(await rig.cabinPage.evaluate(() => window.cabin?.line.test()));
  await physician.evaluate(() => window.physician?.line.test());
};

/**
 * Plays a call up to the first frames; `prepare` is called when both pages are loaded and connected to the broker, and nobody has claimed yet.
 * Undefined when no data channel came up within a minute.
 */
export const joinCall = async (
  rig: CallRig,
  prepare: (physician: Page) => Promise<void>,
): Promise<JoinedCall | undefined> => {
  const { page: physician } = await rig.openPhysician('dr-benali');
  await prepare(physician);
  await testLines(rig, physician);
  const claimedAt = Date.now();
  const place = { siteId: SITE.id, cabinId: SITE.cabinId, ticketId: TICKET };
  await physician.evaluate((wanted) => window.physician?.desk.claim(wanted), place);
  const shownAt = await physician
    .waitForFunction(() => window.physician?.times.projectionAt, undefined, {
      timeout: JOIN_WITHIN_MS,
      polling: POLLING_MS,
    })
    .then(
      (at) => at.jsonValue(),
      () => undefined,
    );
  if (shownAt === undefined) return undefined;
  await physician.evaluate(() => window.physician?.call.openLocalMedia());
  const acknowledgedAt = Date.now();
  await rig.show(ACKNOWLEDGED);
  const [cabin, there] = await Promise.all([frameOf(rig.cabinPage), frameOf(physician)]);
  return {
    rig,
    physician,
    joinMs: shownAt - claimedAt,
    firstFrameMs: {
      cabin: cabin && cabin - acknowledgedAt,
      physician: there && there - acknowledgedAt,
    },
  };
};

/** The times of all frames that each side has shown, in milliseconds since 1970. */
export const framesOf = async ({ rig, physician }: JoinedCall): Promise<Sides<readonly number[]>> => {
  const [cabin, there] = await Promise.all([
    rig.cabinPage.evaluate(() => window.cabin?.media.frames ?? []),
    physician.evaluate(() => window.physician?.media.frames ?? []),
  ]);
  return { cabin, physician: there };
};
