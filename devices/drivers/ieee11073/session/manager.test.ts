import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../kit/bytes.ts';
import type { SessionEvent } from '../../../kit/driver.ts';
import { createFakeClock } from '../../../kit/fake-clock.ts';
import { flipBits } from '../../../kit/test-kit.ts';
import { configurationApdu, eventApdu, fixedReport } from '../agent-bytes.ts';
import { readApdu, writeApdu, writeDataApdu } from '../codec/apdu.ts';
import { writeAssociationRequest } from '../codec/association.ts';
import { join, list, octets, u16, u32 } from '../codec/byte-writer.ts';
import { PUBLISHED } from '../published.ts';
import { createSession } from '../session.ts';

const { H211, H211_ID_02BC, H221, H222, H233, H241, H242, H241_ID_02BC } = PUBLISHED;

/** A session on one side, and on the other an agent that a test plays by hand. */
const createBench = () => {
  const clock = createFakeClock();
  const written: Uint8Array[] = [];
  const events: SessionEvent[] = [];
  const session = createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => undefined,
    delivered: new Set(),
    write: (bytes) => written.push(bytes),
    writeFeature: () => undefined,
    emit: (event) => events.push(event),
  });
  session.start();
  return {
    clock,
    session,
    events,
    /** What was written since the last call. */
    said: () => written.splice(0),
    /** The agent says something, and what follows settles. */
    hear: async (...apdus: Uint8Array[]) => {
      for (const apdu of apdus) session.receive(apdu);
      await clock.advance(0);
    },
  };
};

const kinds = (apdus: readonly Uint8Array[]): string[] =>
  apdus.map((bytes) => {
    const apdu = readApdu(bytes);
    return apdu?.type === 'data' ? apdu.message.type : (apdu?.type ?? 'unreadable');
  });

/** The answer to the question in `asked`, which carries its number. */
const answering = (answer: Uint8Array, [asked]: readonly Uint8Array[]): Uint8Array => {
  const numbered = answer.slice();
  numbered.set(asked?.slice(6, 8) ?? [], 6);
  return numbered;
};

/** An agent that is associated, configured and described. */
const createOperating = async () => {
  const bench = createBench();
  await bench.hear(H211);
  bench.said();
  await bench.hear(H221);
  const asked = bench.said().slice(-1);
  await bench.hear(answering(H233, asked));
  return bench;
};

describe('an association', () => {
  test('with a configuration that a standard fixes is accepted at once, and the agent asked who it is', async () => {
    const { hear, said } = createBench();
    await hear(H211_ID_02BC);
    const [response, question] = said();
    expect(toHex(response ?? new Uint8Array()).slice(0, 17)).toBe('E3 00 00 2C 00 00');
    expect(toHex(question ?? new Uint8Array())).toBe('E7 00 00 0E 00 0C 00 00 01 03 00 06 00 00 00 00 00 00');
  });

  test('with another one waits for its description, which is confirmed as published', async () => {
    const { hear, said, events } = createBench();
    await hear(H211);
    expect(said().map((apdu) => toHex(apdu.slice(4, 6)))).toEqual(['00 03']);
    await hear(H221);
    const [confirmed, question] = said();
    expect(confirmed).toEqual(H222);
    await hear(answering(H233, [question ?? new Uint8Array()]));
    expect(events).toEqual([
      {
        type: 'identified',
        identity: { maker: 'TheCompany', model: 'TheScaleABC', serial: 'DE124567' },
        measures: ['body-weight'],
      },
    ]);
  });

  test('with a configuration described before needs no second description, unless it is of another agent', async () => {
    const { hear, said } = await createOperating();
    await hear(writeApdu(0xe400, u16(0)), H211);
    expect(said().map((apdu) => toHex(apdu.slice(0, 6)))).toEqual([
      'E5 00 00 02 00 00',
      'E3 00 00 2C 00 00',
      'E7 00 00 0E 00 0C',
    ]);
    const other = H211.slice();
    other[43] = 0x99;
    await hear(writeApdu(0xe400, u16(0)), other);
    expect(said().map((apdu) => toHex(apdu.slice(4, 6)))).toEqual(['00 00', '00 03']);
  });

  const AGENT = {
    protocolVersion: 0x8000_0000,
    encodingRules: 0x8000,
    nomenclatureVersion: 0x8000_0000,
    functionalUnits: 0,
    systemType: 0x0080_0000,
    systemId: '1122334455667788',
    configurationId: 0x4000,
    dataRequests: { flags: 1, byAgent: 1, byManager: 0 },
  };

  test.each([
    [
      'of another version',
      writeAssociationRequest(AGENT, 0x4000_0000),
      '00 08',
      'rejected-unsupported-assoc-version',
    ],
    [
      'by another protocol',
      join(u32(0x8000_0000), list([join(u16(0xffff), octets(new Uint8Array(16)))])),
      '00 04',
      'rejected-no-common-protocol',
    ],
    [
      'of another protocol version',
      writeAssociationRequest({ ...AGENT, protocolVersion: 1 }),
      '00 05',
      'rejected-no-common-parameter',
    ],
    [
      'with a manager',
      writeAssociationRequest({ ...AGENT, systemType: 0x8000_0000 }),
      '00 01',
      'rejected-permanent',
    ],
  ])('%s is refused with its code', async (_name, request, code, detail) => {
    const { hear, said, events } = createBench();
    await hear(writeApdu(0xe200, request));
    expect(said().map((apdu) => toHex(apdu.slice(4, 6)))).toEqual([code]);
    expect(events).toEqual([{ type: 'fault', failure: { code: 'DEVICE_UNKNOWN', detail } }]);
  });

  test('begun anew without a word is aborted, and the agent asks again', async () => {
    const { hear, said } = await createOperating();
    await hear(H211);
    expect(said().map(toHex)).toEqual(['E6 00 00 02 00 00']);
    await hear(H211);
    expect(kinds(said())).toEqual(['association-response', 'get']);
  });

  test('is shaken once when nothing is heard: the agent may still hold one with a program that died', async () => {
    const { clock, said } = createBench();
    await clock.advance(2_900);
    expect(said()).toEqual([]);
    await clock.advance(200);
    expect(said().map(toHex)).toEqual(['E6 00 00 02 00 00']);
    await clock.advance(20_000);
    expect(said()).toEqual([]);
  });

  test('ends with an abort by the agent, or its release, which is answered; another one may follow', async () => {
    for (const [ending, answers] of [
      [writeApdu(0xe600, u16(0)), []],
      [writeApdu(0xe400, u16(0)), ['E5 00 00 02 00 00']],
    ] as const) {
      const { hear, said, events } = await createOperating();
      said();
      await hear(ending);
      expect(said().map(toHex)).toEqual(answers);
      await hear(H211);
      expect(kinds(said())).toEqual(['association-response', 'get']);
      expect(events.map(({ type }) => type)).toEqual(['identified']);
    }
  });

  test('is released when the session closes', async () => {
    const { session, said } = await createOperating();
    said();
    session.close();
    session.close();
    expect(said().map(toHex)).toEqual(['E4 00 00 02 00 00']);
  });

  test('that never was is not released', () => {
    const { session, said } = createBench();
    session.close();
    expect(said()).toEqual([]);
  });
});

describe('a configuration', () => {
  test('that measures nothing of a cabin is refused, and the agent told apart', async () => {
    const { hear, said, events } = createBench();
    await hear(PUBLISHED.NOVOPEN_ASSOCIATION, PUBLISHED.NOVOPEN_CONFIGURATION);
    expect(said().map((apdu) => toHex(apdu.slice(-4)))).toEqual(['00 00 00 00', '40 0A 00 01']);
    await hear(writeApdu(0xe400, u16(0)));
    expect(events).toEqual([
      {
        type: 'fault',
        failure: { code: 'DEVICE_UNKNOWN', detail: 'it measures nothing that a cabin takes' },
      },
    ]);
  });

  test('of a standard that is only named is taken when it is known, else asked for whole', async () => {
    const { hear, said } = createBench();
    await hear(H211, configurationApdu([], 0x1234));
    expect(
      said()
        .map((apdu) => toHex(apdu.slice(-4)))
        .at(-1),
    ).toBe('12 34 00 02');
    await hear(configurationApdu([], 0x05dc));
    expect(kinds(said())).toEqual(['event-result', 'get']);
  });

  test('that does not come within 10 s ends the association, as one that contradicts itself and is not repeated', async () => {
    const { clock, hear, said } = createBench();
    await hear(H211);
    await clock.advance(9_900);
    said();
    await clock.advance(200);
    expect(said().map(toHex)).toEqual(['E6 00 00 02 00 03']);
    const wrong = H221.slice();
    wrong[35] = 0x25;
    await hear(H211, wrong);
    expect(kinds(said())).toEqual(['association-response', 'reject']);
  });

  test('comes before any report', async () => {
    const { hear, said } = createBench();
    await hear(H211, H241);
    expect(kinds(said())).toEqual(['association-response', 'error']);
  });
});

describe('a message', () => {
  test('that is confirmed is answered at once, as published', async () => {
    const { session, hear, said } = await createOperating();
    said();
    session.receive(H241);
    expect(said()).toEqual([H242]);
    await hear(eventApdu(0x0d99, new Uint8Array()));
    expect(kinds(said())).toEqual(['event-result']);
  });

  test('that is not is not', async () => {
    const { hear, said } = await createOperating();
    said();
    const unconfirmed = H241.slice();
    unconfirmed[9] = 0;
    await hear(unconfirmed);
    expect(said()).toEqual([]);
  });

  test('that does not fit the configuration is answered with an error', async () => {
    const { hear, said } = await createOperating();
    said();
    await hear(H241_ID_02BC, fixedReport([9, new Uint8Array(2)]));
    expect(kinds(said())).toEqual(['error', 'error']);
  });

  test('that came damaged is refused by its number, so that it can be repeated', async () => {
    const { hear, said } = await createOperating();
    said();
    await hear(H241.slice(0, -1));
    expect(said().map(toHex)).toEqual(['E7 00 00 0A 00 08 43 21 04 00 00 02 00 02']);
  });

  test('without an association is answered with an abort', async () => {
    const { hear, said } = createBench();
    await hear(H241);
    expect(said().map(toHex)).toEqual(['E6 00 00 02 00 00']);
  });

  test('that asks something of the manager is refused', async () => {
    const { hear, said } = await createOperating();
    said();
    await hear(
      PUBLISHED.H232,
      writeDataApdu(9, 0x0107, join(u16(0), u16(0x0c17), octets(new Uint8Array(12)))),
    );
    expect(said().map((apdu) => toHex(apdu.slice(-6)))).toEqual(['04 00 00 02 00 65', '04 00 00 02 00 65']);
  });

  test('that is an answer to nothing is ignored', async () => {
    const { hear, said, events } = await createOperating();
    said();
    await hear(
      H233,
      H222,
      writeDataApdu(77, 0x0400, u16(0)),
      writeDataApdu(77, 0x0300, join(u16(1), octets(new Uint8Array()))),
    );
    expect(said()).toEqual([]);
    expect(events).toHaveLength(1);
  });
});

describe('a question', () => {
  test('that is not answered within 3 s ends the association', async () => {
    const { clock, hear, said, events } = createBench();
    await hear(H211_ID_02BC);
    said();
    await clock.advance(2_900);
    expect(said()).toEqual([]);
    await clock.advance(200);
    expect(said().map(toHex)).toEqual(['E6 00 00 02 00 02']);
    expect(events).toEqual([]);
  });

  test('who it is may be refused: it measures all the same', async () => {
    const { hear, said, events } = createBench();
    await hear(H211_ID_02BC);
    const asked = said().slice(-1);
    await hear(answering(writeDataApdu(0, 0x0300, join(u16(2), octets(new Uint8Array()))), asked));
    expect(events).toMatchObject([{ type: 'identified', measures: ['blood-pressure'] }]);
  });
});

test('no bytes, in whatever state, make it throw', async () => {
  const known = Object.values(PUBLISHED);
  const message = fc.oneof(
    fc.constantFrom(...known),
    fc.tuple(fc.constantFrom(...known), fc.array(fc.nat(6_000), { maxLength: 3 })).map(([apdu, bits]) =>
      flipBits(
        apdu,
        bits.map((bit) => bit % (apdu.length * 8)),
      ),
    ),
    fc.uint8Array({ maxLength: 40 }),
    fc
      .tuple(fc.nat(0xffff), fc.constantFrom(0x0203, 0x0201, 0x0207, 0x0300, 0x0400))
      .map(([id, choice]) => writeDataApdu(id % 4, choice, u16(0))),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 25 }),
      fc.array(fc.nat(4_000), { maxLength: 25 }),
      async (messages, pauses) => {
        const { clock, session, events } = createBench();
        for (const [index, bytes] of messages.entries()) {
          session.receive(bytes);
          if (index % 7 === 3) session.startCapture('body-weight');
          if (index % 11 === 10) session.stopCapture();
          await clock.advance(pauses[index] ?? 0);
        }
        session.close();
        const told = events.length;
        await clock.advance(200_000);
        expect(events).toHaveLength(told);
      },
    ),
    { numRuns: 200 },
  );
});
