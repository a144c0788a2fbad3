import { type Alarm, hurries, watchAlarm } from '#core/call/ladder/alarm.ts';
import {
  decide,
  force,
  holdUnder,
  type Ladder,
  resumeLadder,
  startLadder,
} from '#core/call/ladder/decide.ts';
import {
  besideOf,
  isListening,
  isTooThin,
  type Listening,
  type ListeningFacts,
  lookListening,
  resumeListening,
  startListening,
  waitListening,
} from '#core/call/ladder/listening.ts';
import { isThin, type Rung } from '#core/call/ladder/rungs.ts';
import { type Sending, sendingOf } from '#core/call/ladder/sending.ts';
import { lowerCeiling } from '#core/call/ladder/side-ceiling.ts';
import { type CallFault, cameraFaultIn } from '#core/contract/media-faults.ts';
import {
  type CallQuality,
  type Level,
  type QualityReport,
  qualityReportSchema,
} from '#core/contract/quality.ts';
import type { Milliseconds } from '#core/time.ts';
import type { MediaSnapshot } from '../call-snapshot.ts';
import type { LineCounters } from './line-counters.ts';
import { createLineReader } from './line-reader.ts';

/** How often the ladder looks, and each side reports, while there is no alarm. */
const LOOK_MS = 900;
/** A report older than this says nothing any more. */
const REPORT_LASTS_MS = 4_000;

/** After the line came back: reports of what was lost before come until then. */
const FORGET_MS = 3_000;

const NOTHING: Level = { rung: 'none', strained: false };
/** Nothing passes, either way. */
export const NO_QUALITY: CallQuality = { outgoing: NOTHING, incoming: NOTHING };

/** What a look needs to know of the call around it. */
export interface CallMoment {
  readonly nowMs: Milliseconds;
  readonly up: boolean;
  readonly sendsPicture: boolean;
  readonly sendsSound: boolean;
  /** Camera and microphone are closed. */
  readonly closed: boolean;
  /** One of them is closed on purpose. */
  readonly shut: MediaSnapshot['shut'];
  /** What this side finds wrong with picture and sound. */
  readonly faults: readonly CallFault[];
  readonly examOn: boolean;
  /** Part of the other side's stethoscope that this side had to invent lately, 0 to 1; undefined while nothing of it comes. */
  readonly spoilt: number | undefined;
  /** The other side has had a picture of this one lately, in place of moving ones. */
  readonly picturesArrive: boolean;
}

/** What the line of this side leaves for one more call, each way; undefined: as much as it bears. */
export interface LineCeilings {
  readonly outgoing: Rung | undefined;
  readonly incoming: Rung | undefined;
}

interface CallQualityOptions {
  readonly role: 'cabin' | 'physician';
  /** From the test before the call. */
  readonly startingRung: () => Rung | undefined;
  /** What goes out over the line, in bit/s, from the same test. */
  readonly measuredBps?: () => number | undefined;
  /** Of a call beside the one of patient and physician. */
  readonly ceilings?: (() => LineCeilings) | undefined;
  readonly apply: (sending: Sending) => void;
  readonly sendReport: (text: string) => void;
  readonly changed: (quality: CallQuality) => void;
  /** The live sound of this side's stethoscope is held back, or goes again; at each change. */
  readonly listeningHeld: (held: boolean) => void;
  /** What the other side finds wrong with picture and sound, at each change; it holds until the other side says otherwise. */
  readonly heard: (faults: readonly CallFault[]) => void;
}

/** Both ladders of a call as one side sees them: decides what it sends itself, and hears what the other does. */
export interface CallQualityLoop {
  /** What to send at the start of a new peer connection. */
  begin(nowMs: Milliseconds): Sending;
  /** Whether this side should spare packets of sound: longer ones, fewer headers. */
  thin(): boolean;
  /** Whether the line itself is thin, with a picture on it or without. */
  lineIsThin(): boolean;
  look(counters: LineCounters, moment: CallMoment): void;
  /** This side's stethoscope is on, or off: decided at once, by what the line was at the last look, before its first packet. */
  listen(wanted: boolean, nowMs: Milliseconds): void;
  /** Whether single pictures are to go in place of moving ones, and what the line bears, in bit/s. */
  pictures(): { readonly wanted: boolean; readonly availableBps: number | undefined };
  /** A report of the other side; false: it is none. An older one that comes late is let go. */
  receive(text: string, nowMs: Milliseconds): boolean;
  /** The physician's choice for what they send themselves; undefined: the line decides again. */
  force(rung: Rung | undefined, nowMs: Milliseconds): void;
  /** The physician's choice for what the cabin sends. */
  wish(rung: Rung | undefined): void;
  end(): void;
}

/** Why there is no picture to send at all. */
const noPictureReason = ({ closed, shut, faults }: CallMoment): Level['reason'] => {
  if (cameraFaultIn(faults) !== undefined) return 'camera';
  if (closed) return 'off';
  return shut.picture ? 'camera-off' : undefined;
};

const levelOf = (ladder: Ladder, moment: CallMoment): Level => {
  const { sendsPicture, sendsSound, closed, shut, picturesArrive } = moment;
  const muted = shut.sound && !closed && { muted: true as const };
  if (!sendsPicture) {
    // Without a camera there is nothing to lower.
    const reason = noPictureReason(moment);
    return { rung: sendsSound ? 'audio' : 'none', strained: false, ...(reason && { reason }), ...muted };
  }
  const { reason, strained, released } = ladder;
  // What is really got is told and recorded: without a picture that came through, that rung is sound alone.
  const rung = ladder.rung === 'stills' && !picturesArrive ? 'audio' : ladder.rung;
  return { rung, strained, ...(reason && { reason }), ...(released && { released }), ...muted };
};

/**
 * What is known of the line's width: thin where the rung says so, unless somebody chose it or the processor is short. A measure before the call
 * that found it wide speaks against that; over a long way it comes out too low, and alone says nothing.
 */
const widthOf = ({ rung, forced, reason }: Ladder, measuredBps: number | undefined) => {
  const wide = measuredBps !== undefined && !isTooThin(measuredBps);
  return { thin: !wide && forced === undefined && reason !== 'processor' && isThin(rung), wide };
};

const isPicture = (rung: Level['rung']): boolean => rung === 'hd' || rung === '360p' || rung === '240p';

/** What is worse of two shares; one that nobody knows is none. */
const worse = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

const parse = (text: string): QualityReport | undefined => {
  try {
    return qualityReportSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** See `CallQualityLoop`. */
export const createCallQuality = (options: CallQualityOptions): CallQualityLoop => {
  let ladder: Ladder | undefined;
  /** While no picture goes: what loss, delay and broken sound say of the line. Nothing is sent by it. */
  let bare: Ladder | undefined;
  let reader = createLineReader();
  let lookedMs: Milliseconds = Number.NEGATIVE_INFINITY;
  let heard: { readonly report: QualityReport; readonly atMs: Milliseconds } | undefined;
  let otherFaults: readonly CallFault[] = [];
  let sequence = 0;
  let wish: QualityReport['wish'] = options.role === 'physician' ? { choice: 0 } : undefined;
  let followedChoice = 0;
  let shown = '';
  let availableBps: number | undefined;
  /** The line was last gone at this time, in this connection. */
  let backMs: Milliseconds | undefined;
  let wasUp = false;
  let listening: Listening | undefined;
  let facts: ListeningFacts | undefined;
  let examOn = false;
  /** See `LineObservation`. */
  let besideBps = 0;
  let heldBefore = false;
  let alarm: Alarm | undefined;

  /** By this side's line, and by what the other side said of its own. */
  const most = (): Rung | undefined => lowerCeiling(options.ceilings?.().outgoing, heard?.report.most);
  const start = (nowMs: Milliseconds): Ladder => startLadder(options.startingRung() ?? '360p', nowMs);
  const report = (level: Level, received: QualityReport['received'], faults: readonly CallFault[]): void => {
    sequence += 1;
    const mine = options.ceilings?.().incoming;
    const message: QualityReport = {
      type: 'quality',
      sequence,
      level,
      received,
      ...(faults.length > 0 && { faults: [...faults] }),
      ...(mine && { most: mine }),
      ...(wish && { wish }),
    };
    options.sendReport(JSON.stringify(message));
  };
  const sendingNow = (rung: Rung): Sending =>
    sendingOf(rung, availableBps, {
      examOn,
      stethoscope: listening?.held !== true,
      besideBps,
    });
  const tellHeld = (): void => {
    const held = listening?.wanted === true && listening.held;
    if (held === heldBefore) return;
    heldBefore = held;
    options.listeningHeld(held);
  };
  /** Before the first look, what the line was taken for at the start is all that is known. */
  const firstFacts = (of: Ladder): ListeningFacts => ({
    seen: {
      loss: undefined,
      roundTripMs: undefined,
      availableBps: undefined,
      frozen: undefined,
      concealed: undefined,
      voiceLost: undefined,
      processorBound: false,
      dataWaiting: false,
      besideBps: 0,
    },
    spoilt: undefined,
    rung: of.rung,
    ...widthOf(of, options.measuredBps?.()),
    baseMs: undefined,
  });
  const isSent = (): boolean => listening !== undefined && isListening(listening);
  const show = (quality: CallQuality): void => {
    const text = JSON.stringify(quality);
    if (text === shown) return;
    shown = text;
    options.changed(quality);
  };

  return {
    begin: (nowMs) => {
      // What the line bore a moment ago is the best guess, and the physician's choice holds over a reconnection.
      ladder = holdUnder(ladder ? resumeLadder(ladder, nowMs) : start(nowMs), most(), nowMs);
      listening = listening ? resumeListening(listening, nowMs) : startListening(nowMs);
      facts = undefined;
      availableBps = undefined;
      backMs = undefined;
      wasUp = false;
      bare = undefined;
      alarm = undefined;
      reader = createLineReader();
      heard = undefined;
      lookedMs = Number.NEGATIVE_INFINITY;
      return sendingNow(ladder.rung);
    },
    thin: () => ladder !== undefined && isThin(ladder.rung),
    lineIsThin: () => {
      const judged = bare ?? ladder;
      return judged !== undefined && isThin(judged.rung);
    },
    look: (counters, moment) => {
      const { nowMs, up, sendsPicture } = moment;
      examOn = moment.examOn;
      if (!ladder) return;
      const last = heard && nowMs - heard.atMs <= REPORT_LASTS_MS ? heard.report : undefined;
      const { sent, received, stethoscopeBps } = reader.look(
        counters,
        nowMs,
        last !== undefined && isPicture(last.level.rung),
      );
      const signs = { concealed: received.concealed, availableBps: sent.availableBps, besideBps };
      alarm = watchAlarm(alarm, ladder.rung, signs, nowMs);
      if (nowMs - lookedMs < LOOK_MS && !hurries(alarm, nowMs)) return;
      lookedMs = nowMs;
      availableBps = sent.availableBps;
      if (!up) {
        if (wasUp) backMs = nowMs;
        return show({ ...NO_QUALITY });
      }
      wasUp = true;
      // What was measured of a line that was gone says nothing of the one that is back, and reports of it come late.
      if (backMs !== undefined && nowMs - backMs < FORGET_MS) {
        ladder = resumeLadder(ladder, nowMs);
        listening = listening && resumeListening(listening, nowMs);
        reader = createLineReader();
        const outgoing = levelOf(ladder, moment);
        report(outgoing, {}, moment.faults);
        return show({ outgoing, incoming: last?.level ?? NOTHING });
      }
      besideBps = listening ? besideOf(listening, stethoscopeBps, nowMs) : 0;
      const { frozen, concealed, lost: voiceLost, spoilt } = last?.received ?? {};
      const seen = { ...sent, frozen, concealed, voiceLost, besideBps };
      // Also under a broken stethoscope the picture gives way first.
      const told = { ...seen, concealed: worse(concealed, spoilt) };
      // Without a picture the browser's estimate stays at what little is sent, and says nothing of the line.
      bare = sendsPicture
        ? undefined
        : decide(
            bare ?? (ladder.forced === undefined ? ladder : start(nowMs)),
            { ...told, availableBps: undefined },
            nowMs,
          );
      // Before the picture goes out there is nothing to learn, and the time is not its own.
      ladder = sendsPicture
        ? decide(ladder, told, nowMs)
        : { ...ladder, steppedMs: nowMs, calmSinceMs: nowMs, seenMs: nowMs };
      ladder = holdUnder(ladder, most(), nowMs);
      const judged = bare ?? ladder;
      facts = {
        // Where neither picture nor stethoscope goes, the browser's estimate says nothing of the line.
        seen: { ...seen, availableBps: sendsPicture || isSent() ? sent.availableBps : undefined },
        spoilt,
        rung: sendsPicture ? ladder.rung : 'audio',
        ...widthOf(judged, options.measuredBps?.()),
        baseMs: judged.baseMs,
      };
      listening = listening && lookListening(listening, listening.wanted, facts, nowMs);
      if (listening && !sendsPicture && !moment.sendsSound) listening = waitListening(listening, nowMs);
      options.apply(sendingNow(ladder.rung));
      tellHeld();
      const outgoing = levelOf(ladder, moment);
      report(outgoing, { ...received, spoilt: moment.spoilt }, moment.faults);
      show({
        outgoing,
        incoming: last?.level ?? NOTHING,
        ...(sent.roundTripMs !== undefined && { roundTripMs: Math.round(sent.roundTripMs) }),
      });
    },
    listen: (wanted, nowMs) => {
      if (!ladder || !listening || listening.wanted === wanted) return;
      listening = lookListening(listening, wanted, facts ?? firstFacts(ladder), nowMs);
      // The picture gives way before the first packet.
      besideBps = besideOf(listening, 0, nowMs);
      options.apply(sendingNow(ladder.rung));
      tellHeld();
    },
    pictures: () => ({
      wanted: ladder?.rung === 'stills',
      // While the sound still breaks the smallest is enough.
      availableBps: ladder?.overloadSinceMs === undefined ? availableBps : 0,
    }),
    receive: (text, nowMs) => {
      const next = parse(text);
      if (!next) return false;
      if (heard && next.sequence <= heard.report.sequence) return true;
      heard = { report: next, atMs: nowMs };
      const faults = next.faults ?? [];
      if (String(faults) !== String(otherFaults)) {
        otherFaults = faults;
        options.heard(faults);
      }
      if (options.role !== 'cabin' || !next.wish || !ladder || next.wish.choice === followedChoice)
        return true;
      followedChoice = next.wish.choice;
      ladder = force(ladder, next.wish.rung, nowMs);
      lookedMs = Number.NEGATIVE_INFINITY;
      return true;
    },
    force: (rung, nowMs) => {
      if (ladder) ladder = force(ladder, rung, nowMs);
      lookedMs = Number.NEGATIVE_INFINITY;
    },
    wish: (rung) => {
      wish = { choice: (wish?.choice ?? 0) + 1, ...(rung && { rung }) };
      lookedMs = Number.NEGATIVE_INFINITY;
    },
    end: () => {
      ladder = undefined;
      bare = undefined;
      listening = undefined;
      facts = undefined;
      tellHeld();
      heard = undefined;
      otherFaults = [];
      followedChoice = 0;
      wish = options.role === 'physician' ? { choice: 0 } : undefined;
      show(NO_QUALITY);
    },
  };
};
