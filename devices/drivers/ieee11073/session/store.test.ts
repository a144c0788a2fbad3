import { describe, expect, test } from 'vitest';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createFakeClock } from '../../../kit/fake-clock.ts';
import { configurationApdu, objectBytes } from '../agent-bytes.ts';
import { readApdu } from '../codec/apdu.ts';
import { join, u16 } from '../codec/byte-writer.ts';
import type { Message } from '../codec/messages.ts';
import { PAGE_STATUS, type SegmentPage } from '../codec/segments.ts';
import { manifest } from '../manifest.ts';
import { createAgent } from '../model/agent.ts';
import { readConfiguration } from '../model/configuration.ts';
import { ACTIONS } from '../model/nomenclature.ts';
import { createMemory } from '../simulator/memory.ts';
import type { Manager } from './manager.ts';
import { createStore } from './store.ts';

const STORE = 256;
const RAW = Uint8Array.of(1);
const SUCCESSFUL = 0;

const meter = () => {
  const apdu = readApdu(
    configurationApdu([
      objectBytes({ handle: 1, code: 29_112, unit: 0x0852 }),
      objectBytes({ handle: 2, code: 29_136, unit: 0x0852 }),
    ]),
  );
  const event = apdu?.type === 'data' && apdu.message.type === 'event' ? apdu.message : undefined;
  const configuration = event && readConfiguration(event.information);
  if (configuration === undefined) throw new Error('a configuration');
  const agent = createAgent(manifest.identity);
  agent.configure(configuration);
  return agent;
};

const answer = (action: number, information: Uint8Array): Result<Message, Failure> =>
  ok({ type: 'action-result', handle: STORE, action, information });

/** A store, and a meter whose memory holds so many drops of blood and one of control solution. */
const createBench = (drops = 7) => {
  const clock = createFakeClock();
  const memory = createMemory([{ at: '2026-03-01T08:00:00', glucose: 105, measurementStatus: 0 }]);
  const add = (hour: number): void =>
    memory.add({ at: `2026-03-02T0${hour}:00:00`, glucose: 90 + hour, measurementStatus: 0 });
  for (let hour = 0; hour < drops; hour += 1) add(hour);
  const asked: string[] = [];
  const script: {
    trigger: Result<Message, Failure> | number;
    list: (() => Result<Message, Failure>) | undefined;
  } = { trigger: SUCCESSFUL, list: undefined };
  const manager: Manager = {
    start: () => undefined,
    receive: () => undefined,
    isOperating: () => true,
    close: () => undefined,
    ask: async ({ body }) => {
      const action = ((body[2] ?? 0) << 8) | (body[3] ?? 0);
      if (action === ACTIONS.segmentInformation) {
        asked.push('list');
        return script.list?.() ?? answer(action, memory.describe());
      }
      asked.push(`segment ${body[7]}`);
      const { trigger } = script;
      return typeof trigger === 'number' ? answer(action, join(u16(0), u16(trigger))) : trigger;
    },
  };
  const store = createStore(clock, meter(), () => manager);
  /** Pages as the meter would send them; what the store says to each. */
  const send = (pages: readonly SegmentPage[] = memory.pages(0) ?? []): boolean[] =>
    pages.map((page) => store.takePage(page, RAW));
  /** Begins to read, and lets the meter send its pages. */
  const read = async (pages?: readonly SegmentPage[]) => {
    const found = store.read(STORE, 'blood-glucose');
    await clock.advance(0);
    const taken = send(pages);
    await clock.advance(40_000);
    return { found: await found, taken };
  };
  const pagesOf = () => memory.pages(0) ?? [];
  return { clock, store, memory, add, asked, script, send, read, pagesOf };
};

describe('the memory of a meter', () => {
  test('is read page by page, its blood alone', async () => {
    const { read, asked } = createBench();
    const { found, taken } = await read();
    expect(taken).toEqual([true, true]);
    expect(asked).toEqual(['list', 'segment 0']);
    const readings = found.ok ? found.value : [];
    expect(readings).toHaveLength(7);
    expect(readings[6]).toMatchObject({
      reading: {
        values: { glucose: { value: 96 } },
        deviceTime: '2026-03-02T06:00:00',
        flags: ['stored', 'unprotected'],
      },
      raw: RAW,
    });
  });

  test('is not read again a moment later, unless it has grown', async () => {
    const { clock, store, add, asked, send } = createBench();
    const readNow = async () => {
      const found = store.read(STORE, 'blood-glucose');
      await clock.advance(0);
      send();
      const records = await found;
      return records.ok ? records.value.length : undefined;
    };
    expect(await readNow()).toBe(7);
    await clock.advance(3_000);
    expect(await readNow()).toBe(7);
    add(8);
    expect(await readNow()).toBe(8);
    // A memory that is full counts no further.
    await clock.advance(15_000);
    expect(await readNow()).toBe(8);
    expect(asked.filter((request) => request !== 'list')).toHaveLength(3);
  });

  test('that is empty holds nothing', async () => {
    const { read, script, asked } = createBench(0);
    script.trigger = 3;
    expect((await read()).found).toEqual(ok([]));
    expect(asked).toEqual(['list', 'segment 0']);
  });

  test.each([
    ['is busy', 2, 'DEVICE_REFUSED'],
    ['has no such segment', 1, 'DEVICE_REFUSED'],
    ['gives no reason', 99, 'DEVICE_REFUSED'],
    ['does not answer', fail(failure('DEVICE_SILENT', 'no answer')), 'DEVICE_SILENT'],
  ])('that %s is not read', async (_, trigger, code) => {
    const { read, script } = createBench();
    script.trigger = trigger;
    expect((await read([])).found).toMatchObject({ ok: false, failure: { code } });
  });

  test('whose list contradicts itself is not read', async () => {
    const { read, script } = createBench();
    script.list = () => answer(ACTIONS.segmentInformation, Uint8Array.of(0, 1, 0, 0));
    expect((await read()).found).toMatchObject({ ok: false, failure: { code: 'DEVICE_GARBLED' } });
  });
});

describe('a transfer', () => {
  test('that loses a page is given up: nobody knows what it held', async () => {
    const { read, pagesOf } = createBench(13);
    const [first, , third] = pagesOf();
    const { found, taken } = await read([first, third].flatMap((page) => page ?? []));
    expect(taken).toEqual([true, false]);
    expect(found).toMatchObject({
      ok: false,
      failure: { code: 'DEVICE_GARBLED', detail: 'a page is missing' },
    });
  });

  test('with a page that does not fit its map is given up', async () => {
    const { read, pagesOf } = createBench();
    const [first] = pagesOf();
    if (first === undefined) throw new Error('a page');
    const { found, taken } = await read([{ ...first, count: 4 }]);
    expect(taken).toEqual([false]);
    expect(found).toMatchObject({ ok: false, failure: { code: 'DEVICE_GARBLED' } });
  });

  test('goes on when a page of another segment comes between: that one is refused', async () => {
    const { read, memory, pagesOf } = createBench();
    const { found, taken } = await read([...(memory.pages(1) ?? []), ...pagesOf()]);
    expect(taken).toEqual([false, true, true]);
    expect(found.ok && found.value).toHaveLength(7);
  });

  test('that the agent gives up is over', async () => {
    const { read, pagesOf } = createBench();
    const [first] = pagesOf();
    if (first === undefined) throw new Error('a page');
    const { found, taken } = await read([{ ...first, status: PAGE_STATUS.abortedByAgent }]);
    expect(taken).toEqual([true]);
    expect(found).toMatchObject({ ok: false, failure: { code: 'DEVICE_REFUSED' } });
  });

  test('that stops is over after the pause that the segment allows', async () => {
    const { clock, store, send, pagesOf } = createBench();
    const found = store.read(STORE, 'blood-glucose');
    let isOver = false;
    void found.then(() => {
      isOver = true;
    });
    await clock.advance(0);
    send(pagesOf().slice(0, 1));
    await clock.advance(19_900);
    expect(isOver).toBe(false);
    await clock.advance(200);
    expect(await found).toMatchObject({ ok: false, failure: { code: 'DEVICE_SILENT', detail: 'no page' } });
  });

  test('ends with its association, and pages that come later are refused', async () => {
    const { clock, store, send } = createBench();
    const found = store.read(STORE, 'blood-glucose');
    await clock.advance(0);
    store.forget();
    expect(await found).toMatchObject({ ok: false, failure: { code: 'DEVICE_SILENT' } });
    expect(send()).toEqual([false, false]);
  });
});
