import { expect, it } from 'vitest';
import { LINE_ASKED_AFTER_MS } from '#core/call/line-fall.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import { openClaimRig } from '#test/harness/claim-rig.ts';
import { createLineWatch } from './line-watch.ts';

const WEAK = {
  outgoing: { level: 'audio', cause: 'LINE_POOR' },
  incoming: { level: 'video' },
} as const;
const FINE = { outgoing: { level: 'video' }, incoming: { level: 'video' } } as const;

const inCall = () => {
  const { clock, keeper } = openClaimRig({ cardOf: () => BENALI });
  const watch = createLineWatch({ keeper, clock });
  keeper.onEvent(() => watch.refresh());
  keeper.ask('patient', { type: 'finish-measures' });
  keeper.bring({ type: 'grant-claim', physicianId: 'benali', card: BENALI });
  keeper.ask('patient', { type: 'acknowledge-physician' });
  return { clock, keeper, watch, weakLine: () => keeper.visit().weakLine?.answer };
};

it('asks the physician after a minute of a weak line, and takes the question back when it recovers', async () => {
  const { clock, watch, weakLine } = inCall();
  watch.hear(WEAK);
  await clock.advance(LINE_ASKED_AFTER_MS - 1);
  expect(weakLine()).toBeUndefined();
  await clock.advance(1);
  expect(weakLine()).toBe('asked');
  watch.hear(FINE);
  expect(weakLine()).toBeUndefined();
});

it('asks nothing of what was answered until the line fell anew', async () => {
  const { clock, keeper, watch, weakLine } = inCall();
  watch.hear(WEAK);
  await clock.advance(LINE_ASKED_AFTER_MS);
  keeper.ask('physician', { type: 'answer-line', answer: 'go-on' });
  await clock.advance(LINE_ASKED_AFTER_MS);
  watch.hear(WEAK);
  expect(weakLine()).toBe('go-on');
  watch.hear(FINE);
  watch.hear(WEAK);
  await clock.advance(LINE_ASKED_AFTER_MS);
  expect(weakLine()).toBe('asked');
});

it('counts nothing of one consultation for the next', async () => {
  const { clock, keeper, watch, weakLine } = inCall();
  watch.hear(WEAK);
  await clock.advance(LINE_ASKED_AFTER_MS - 1_000);
  keeper.bring({ type: 'lose-claim', cause: 'released' });
  keeper.bring({ type: 'grant-claim', physicianId: 'moreau', card: BENALI });
  watch.hear(WEAK);
  keeper.ask('patient', { type: 'acknowledge-physician' });
  watch.hear(WEAK);
  await clock.advance(LINE_ASKED_AFTER_MS - 1);
  expect(weakLine()).toBeUndefined();
  watch.windowGone();
  await clock.advance(LINE_ASKED_AFTER_MS);
  expect(weakLine()).toBeUndefined();
  watch.hear(WEAK);
  expect(weakLine()).toBe('asked');
});
