import { beforeEach, describe, expect, it } from 'vitest';
import { IPC } from '#core/contract/ipc-channels.ts';
import { TABLET_FORGETS_MS, type TabletChannel, type TabletToHost } from '#core/contract/tablet.ts';
import { ok } from '#core/result.ts';
import type { AssistantView } from '#core/visit/projections/assistant.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createTabletDesk, type TabletDesk } from './tablet-desk.ts';

const PAIRING = 'P'.repeat(43);
let clock: FakeClock;
let desk: TabletDesk;
let onDuty: string | undefined;
let passed: string[];
let sent: TabletToHost[];

/** As much of a view as tells an open screen from one that asks for a code. */
const viewOf = (isOpen: boolean) =>
  ({ access: isOpen ? 'open' : 'locked', epoch: 1, candidates: [] }) as unknown as AssistantView;

beforeEach(() => {
  clock = createFakeClock();
  onDuty = 'Awa Diallo';
  passed = [];
  sent = [];
  desk = createTabletDesk({
    clock,
    wanted: true,
    pass: async (name) => {
      passed.push(name);
      return ok(null);
    },
    onDuty: () => onDuty,
    view: viewOf,
    send: (message) => sent.push(message),
    onBoard: () => undefined,
    audit: () => undefined,
  });
});

const open = (session: string): void =>
  desk.receive({ type: 'tablet-opened', session, id: PAIRING, name: 'Accueil' });
let number = 0;
const ask = async (session: string, channel: TabletChannel, payload?: unknown): Promise<unknown> => {
  number += 1;
  desk.receive({ type: 'tablet-asked', session, number, channel, payload });
  await clock.advance(0);
  const last = sent.at(-1);
  return last?.type === 'tablet-send' && last.message.type === 'answer' ? last.message.answer : undefined;
};
const access = async (session: string): Promise<unknown> => {
  const answer = (await ask(session, IPC.snapshot)) as { value: { projection: AssistantView } };
  return answer.value.projection.access;
};
const forgets = (): number =>
  sent.filter((one) => one.type === 'tablet-send' && one.message.type === 'forget').length;

describe('a tablet that is recognized', () => {
  it('shows nothing of the cabin before somebody typed their code on it, although it is open', async () => {
    open('s1');
    expect(await access('s1')).toBe('locked');
    expect(await ask('s1', IPC.command, { type: 'start-visit' })).toMatchObject({
      failure: { code: 'NOT_SIGNED_IN' },
    });
    expect(await ask('s1', IPC.signOut)).toMatchObject({ failure: { code: 'NOT_SIGNED_IN' } });
    expect(passed).toEqual([]);
    await ask('s1', IPC.signIn, {});
    expect(await access('s1')).toBe('open');
    await ask('s1', IPC.command, { type: 'start-visit' });
    expect(passed).toEqual([IPC.signIn, IPC.command]);
  });

  it('gets what a device says only while it shows the visit', async () => {
    const heard = (): number =>
      sent.filter(
        (one) =>
          one.type === 'tablet-send' && one.message.type === 'push' && one.message.channel === IPC.devicePort,
      ).length;
    open('s1');
    await access('s1');
    desk.live({ type: 'beat', sentAtMs: 1 });
    expect(heard()).toBe(0);
    await ask('s1', IPC.signIn, {});
    desk.live({ type: 'beat', sentAtMs: 2 });
    expect(heard()).toBe(1);
    onDuty = undefined;
    desk.refresh();
    desk.live({ type: 'beat', sentAtMs: 3 });
    expect(heard()).toBe(1);
  });

  it('takes an emergency and the answer to a call from anybody who holds it', async () => {
    open('s1');
    for (const type of ['raise-emergency', 'acknowledge-help'])
      expect(await ask('s1', IPC.command, { type })).toEqual(ok(null));
  });

  it('forgets when somebody else takes the duty', async () => {
    open('s1');
    await ask('s1', IPC.signIn, {});
    onDuty = 'Claire Morel';
    desk.refresh();
    expect(forgets()).toBe(1);
    expect(await access('s1')).toBe('locked');
    onDuty = 'Awa Diallo';
    expect(await access('s1')).toBe('locked');
  });

  it('is open again after a short loss of the connection, and not after a long one', async () => {
    open('s1');
    await ask('s1', IPC.signIn, {});
    desk.gone();
    await clock.advance(TABLET_FORGETS_MS - 1);
    open('s2');
    expect(await access('s2')).toBe('open');
    desk.receive({ type: 'tablet-closed', session: 's2' });
    await clock.advance(TABLET_FORGETS_MS);
    open('s3');
    expect(await access('s3')).toBe('locked');
  });

  it('is not opened by what was typed before it was cut for good', async () => {
    open('s1');
    await ask('s1', IPC.signIn, {});
    desk.receive({ type: 'tablet-closed', session: 's1' });
    desk.order({ type: 'end-pairing', id: PAIRING });
    open('s2');
    expect(await access('s2')).toBe('locked');
    await ask('s2', IPC.signIn, {});
    desk.order({ type: 'end-pairing', id: PAIRING });
    desk.receive({ type: 'tablet-closed', session: 's2' });
    open('s3');
    expect(await access('s3')).toBe('locked');
  });
});
