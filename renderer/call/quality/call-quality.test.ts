import { beforeEach, describe, expect, it } from 'vitest';
import type { Rung } from '#core/call/ladder/rungs.ts';
import type { Sending } from '#core/call/ladder/sending.ts';
import type { CallFault } from '#core/contract/media-faults.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import { type CallMoment, type CallQualityLoop, createCallQuality, NO_QUALITY } from './call-quality.ts';
import type { LineCounters } from './line-counters.ts';

type Role = 'cabin' | 'physician';

const GOOD = 3_000_000;
let nowMs: number;
let loops: Record<Role, CallQualityLoop>;
let shown: Record<Role, CallQuality>;
let sent: Record<Role, Sending | undefined>;
/** What each side was told of the other's faults, at each change. */
let heard: Record<Role, (readonly CallFault[])[]>;
let available: Record<Role, number>;
/** What each side says of its own stethoscope. */
let heldBack: Record<Role, boolean>;
let passes: boolean;
let start: Rung | undefined;
let measuredBps: number | undefined;
/** Part of the packets that are lost from now on. */
let lost: number;
let lostPackets: number;

const other = (role: Role): Role => (role === 'cabin' ? 'physician' : 'cabin');
const create = (role: Role): CallQualityLoop =>
  createCallQuality({
    role,
    startingRung: () => start,
    measuredBps: () => measuredBps,
    apply: (sending) => {
      sent[role] = sending;
    },
    sendReport: (text) => {
      if (passes) loops[other(role)].receive(text, nowMs);
    },
    changed: (quality) => {
      shown[role] = quality;
    },
    listeningHeld: (held) => {
      heldBack[role] = held;
    },
    heard: (faults) => heard[role].push(faults),
  });

beforeEach(() => {
  nowMs = 10_000;
  passes = true;
  start = undefined;
  measuredBps = undefined;
  lost = 0;
  lostPackets = 0;
  shown = { cabin: NO_QUALITY, physician: NO_QUALITY };
  sent = { cabin: undefined, physician: undefined };
  heldBack = { cabin: false, physician: false };
  heard = { cabin: [], physician: [] };
  available = { cabin: GOOD, physician: GOOD };
  loops = { cabin: create('cabin'), physician: create('physician') };
});

const counters = (role: Role): LineCounters => ({
  packetsSent: nowMs / 10,
  packetsLost: lostPackets,
  bytesSent: nowMs * 20,
  stethoscopeBytesSent: nowMs * 8,
  roundTripMs: 40,
  availableBps: available[role],
  frozenMs: 0,
  samplesReceived: nowMs * 48,
  samplesConcealed: 0,
  voicePacketsReceived: nowMs / 20,
  voicePacketsLost: lostPackets / 2,
  processorBound: false,
  dataWaitingBytes: 0,
});

const pass = (seconds: number, moment: Partial<CallMoment> = {}): void => {
  for (let second = 0; second < seconds; second += 1) {
    nowMs += 1_000;
    lostPackets += 100 * lost;
    for (const role of ['cabin', 'physician'] as const)
      loops[role].look(counters(role), {
        nowMs,
        up: true,
        sendsPicture: true,
        sendsSound: true,
        closed: false,
        shut: { picture: false, sound: false },
        faults: [],
        examOn: false,
        spoilt: undefined,
        picturesArrive: false,
        ...moment,
      });
  }
};
const begin = (): Sending => {
  loops.physician.begin(nowMs);
  return loops.cabin.begin(nowMs);
};

describe('the quality of a call', () => {
  it('is told to both ends: what one sends, the other gets, with the same reason', () => {
    begin();
    pass(8);
    expect(shown.cabin).toEqual({
      outgoing: { rung: 'hd', strained: false },
      incoming: { rung: 'hd', strained: false },
      roundTripMs: 40,
    });
    available.cabin = 100_000;
    pass(8);
    expect(shown.cabin.outgoing).toEqual({ rung: '240p', reason: 'bandwidth', strained: false });
    expect(shown.physician.incoming).toEqual(shown.cabin.outgoing);
    expect(shown.physician.outgoing.rung).toBe('hd');
    expect(sent.cabin?.face).toMatchObject({ height: 240, maxFramerate: 8 });
  });

  it('begins with what the line test found, before the first packet', () => {
    start = '240p';
    expect(begin().face?.maxBitrate).toBeLessThanOrEqual(60_000);
    expect(loops.cabin.thin()).toBe(true);
    start = 'hd';
    loops.cabin.end();
    begin();
    expect(loops.cabin.thin()).toBe(false);
  });

  it('follows the physician’s choice for the cabin, over a lost report and a reconnection', () => {
    begin();
    pass(8);
    passes = false;
    loops.physician.wish('audio');
    pass(2);
    passes = true;
    pass(2);
    expect(shown.cabin.outgoing).toEqual({ rung: 'audio', reason: 'forced', strained: false });
    expect(sent.cabin?.face).toBeUndefined();
    begin();
    pass(3);
    expect(shown.physician.incoming).toEqual({ rung: 'audio', reason: 'forced', strained: false });
    loops.physician.wish(undefined);
    pass(60);
    expect(shown.physician.incoming.rung).toBe('hd');
  });

  it('sends after the line was gone what it sent before, whatever is counted of the time between', () => {
    begin();
    pass(8);
    expect(shown.cabin.outgoing.rung).toBe('hd');
    passes = false;
    pass(12, { up: false });
    passes = true;
    available.cabin = 20_000;
    pass(5);
    available.cabin = 3_000_000;
    pass(20);
    expect(shown.cabin.outgoing).toEqual({ rung: 'hd', strained: false });
    expect(sent.cabin?.face).toMatchObject({ height: 720 });
  });

  it('lets the physician choose what they send themselves, and the cabin nothing', () => {
    begin();
    pass(8);
    loops.physician.force('audio', nowMs);
    loops.cabin.wish('audio');
    pass(3);
    expect(shown.cabin.incoming.rung).toBe('audio');
    expect(shown.physician.outgoing).toMatchObject({ rung: 'audio', reason: 'forced' });
    expect(shown.cabin.outgoing.rung).toBe('hd');
  });

  it('says that nothing comes while the link is down or the other end is silent', () => {
    begin();
    pass(8);
    passes = false;
    pass(6);
    expect(shown.physician.incoming.rung).toBe('none');
    pass(1, { up: false });
    expect(shown.physician).toEqual(NO_QUALITY);
  });

  it('shows sound alone where there is no camera, and nothing before anything is sent', () => {
    begin();
    pass(2, { sendsPicture: false, sendsSound: false });
    expect(shown.physician.incoming.rung).toBe('none');
    pass(2, { sendsPicture: false });
    expect(shown.physician.incoming).toEqual({ rung: 'audio', strained: false });
  });

  it('says why there is no picture: the camera, or that it is closed on purpose', () => {
    begin();
    pass(2, { sendsPicture: false, faults: ['CAMERA_BUSY'] });
    expect(shown.physician.incoming).toEqual({ rung: 'audio', reason: 'camera', strained: false });
    pass(2, { sendsPicture: false, sendsSound: false, faults: ['CAMERA_BUSY', 'MICROPHONE_BUSY'] });
    expect(shown.physician.incoming).toEqual({ rung: 'none', reason: 'camera', strained: false });
    pass(2, { sendsPicture: false, sendsSound: false, closed: true });
    expect(shown.physician.incoming).toEqual({ rung: 'none', reason: 'off', strained: false });
    pass(2, { sendsPicture: false, shut: { picture: true, sound: false } });
    expect(shown.physician.incoming).toEqual({ rung: 'audio', reason: 'camera-off', strained: false });
  });

  it('says beside the level of the picture that the microphone is closed on purpose', () => {
    begin();
    pass(2, { sendsSound: false, shut: { picture: false, sound: true } });
    expect(shown.physician.incoming).toMatchObject({ rung: '360p', muted: true });
    pass(2);
    expect(shown.physician.incoming.muted).toBeUndefined();
  });

  it('tells the other end what is wrong at this one, at each change and no more often', () => {
    begin();
    pass(3);
    expect(heard.physician).toEqual([]);
    pass(3, { faults: ['CAMERA_BLACK'] });
    expect(heard.physician).toEqual([['CAMERA_BLACK']]);
    passes = false;
    pass(3, { up: false });
    begin();
    passes = true;
    pass(5, { faults: ['CAMERA_BLACK'] });
    expect(heard.physician).toEqual([['CAMERA_BLACK']]);
    pass(2);
    expect(heard.physician).toEqual([['CAMERA_BLACK'], []]);
  });

  it('says that stills come only once one has come through', () => {
    begin();
    pass(8);
    available.cabin = 40_000;
    pass(10);
    expect(shown.physician.incoming).toEqual({ rung: 'audio', reason: 'bandwidth', strained: false });
    expect(sent.cabin?.face).toBeUndefined();
    expect(loops.cabin.pictures()).toEqual({ wanted: true, availableBps: 40_000 });
    pass(2, { picturesArrive: true });
    expect(shown.physician.incoming).toEqual({ rung: 'stills', reason: 'bandwidth', strained: false });
  });

  it('drops what is no report, and one older than the last', () => {
    begin();
    pass(9);
    const before = shown.cabin;
    for (const text of ['{', '{}', '{"type":"quality","sequence":-1}']) loops.cabin.receive(text, nowMs);
    loops.cabin.receive(
      JSON.stringify({
        type: 'quality',
        sequence: 1,
        level: { rung: 'audio', strained: false },
        received: {},
        wish: { choice: 7, rung: 'audio' },
      }),
      nowMs,
    );
    pass(1);
    expect(shown.cabin).toEqual(before);
  });
});

describe('a line without a picture on it', () => {
  const blind = { sendsPicture: false } as const;
  const begin = (): void => {
    for (const loop of Object.values(loops)) loop.begin(nowMs);
  };

  it('is not thin because there is no camera, whatever the browser makes of the little that is sent', () => {
    begin();
    available.cabin = 60_000;
    pass(60, blind);
    expect(shown.cabin.outgoing).toEqual({ rung: 'audio', strained: false });
    expect(loops.cabin.lineIsThin()).toBe(false);
  });

  it('is thin when it was measured so before the call', () => {
    start = '240p';
    begin();
    pass(3, blind);
    expect(loops.cabin.lineIsThin()).toBe(true);
  });

  it('is thin while it loses packets, and no more once it has been calm', () => {
    begin();
    pass(5, blind);
    lost = 0.15;
    pass(8, blind);
    expect(loops.cabin.lineIsThin()).toBe(true);
    lost = 0;
    pass(60, blind);
    expect(loops.cabin.lineIsThin()).toBe(false);
  });

  it('is judged by the picture again once one goes', () => {
    begin();
    available.cabin = 90_000;
    pass(5, blind);
    expect(loops.cabin.lineIsThin()).toBe(false);
    pass(30);
    expect(loops.cabin.lineIsThin()).toBe(true);
  });
});

describe('the stethoscope beside the call', () => {
  const begin = (): void => {
    for (const loop of Object.values(loops)) loop.begin(nowMs);
  };

  it('goes where there is room, and the picture gives way before its first packet', () => {
    begin();
    available.cabin = 400_000;
    pass(10);
    const before = sent.cabin?.face?.maxBitrate ?? 0;
    loops.cabin.listen(true, nowMs);
    expect(sent.cabin?.stethoscope).toBe(true);
    expect(before - (sent.cabin?.face?.maxBitrate ?? 0)).toBeGreaterThan(50_000);
    expect(heldBack.cabin).toBe(false);
    loops.cabin.listen(false, nowMs);
    pass(1);
    expect(sent.cabin?.face?.maxBitrate).toBe(before);
  });

  it('is held back at once on a thin line, says so, and comes back by itself', () => {
    begin();
    available.cabin = 85_000;
    pass(20);
    expect(sent.cabin?.stethoscope).toBe(true);
    loops.cabin.listen(true, nowMs);
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([false, true]);
    pass(30);
    expect(sent.cabin?.stethoscope).toBe(false);
    available.cabin = GOOD;
    pass(60);
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([true, false]);
  });

  it('is held back on a line that was found thin before the call, before anything was measured', () => {
    start = '240p';
    begin();
    loops.cabin.listen(true, nowMs);
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([false, true]);
  });

  it('is tried over a line that was measured wide, however low an estimate has fallen', () => {
    measuredBps = 380_000;
    begin();
    available.cabin = 140_000;
    pass(20);
    expect(shown.cabin.outgoing.rung).toBe('240p');
    loops.cabin.listen(true, nowMs);
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([true, false]);
    measuredBps = 90_000;
    loops.cabin.listen(false, nowMs);
    pass(1);
    loops.cabin.listen(true, nowMs);
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([false, true]);
  });

  it('makes the picture give way, and is then held back, when the physician’s decoder makes up what the line loses', () => {
    begin();
    pass(20);
    loops.cabin.listen(true, nowMs);
    lost = 0.02;
    pass(25, { spoilt: 0.12 });
    expect(shown.cabin.outgoing.rung).not.toBe('hd');
    expect(heldBack.cabin).toBe(true);
  });

  it('goes on where a busy machine makes it up: no line is blamed, and the picture becomes lighter', () => {
    begin();
    pass(20);
    loops.cabin.listen(true, nowMs);
    pass(40, { spoilt: 0.12 });
    expect(shown.cabin.outgoing).toEqual({ rung: '240p', reason: 'processor', strained: false });
    expect([sent.cabin?.stethoscope, heldBack.cabin]).toEqual([true, false]);
  });

  it('says nothing of an instrument that is put away, nor after the call', () => {
    begin();
    available.cabin = 85_000;
    pass(20);
    loops.cabin.listen(true, nowMs);
    loops.cabin.listen(false, nowMs);
    expect(heldBack.cabin).toBe(false);
    loops.cabin.listen(true, nowMs);
    loops.cabin.end();
    expect(heldBack.cabin).toBe(false);
  });
});
