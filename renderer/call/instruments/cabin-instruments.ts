import type { StoreApi } from 'zustand/vanilla';
import type { BulkAbout } from '#core/contract/bulk.ts';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { type InstrumentBindings, type InstrumentRole, roleOf } from '#core/instruments/bindings.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { Command } from '#core/visit/commands.ts';
import type { CurrentExam, ExamRequest, InstrumentStatus } from '#core/visit/examination/examination.ts';
import type { Bulk } from '../bulk/bulk.ts';
import type { CallSession } from '../call-session-types.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';
import type { DeviceWatch } from '../local-media.ts';
import { createVideoOutlets } from '../video-outlets.ts';
import type { Captures } from './captures.ts';
import { createInstrument, type WatchSound } from './instrument.ts';
import type { BoundPort, InstrumentPort } from './instrument-port.ts';
import { SIMULATED_BINDINGS } from './simulated-bindings.ts';
import { createWholeStills } from './whole-still.ts';

/** What the patient's projection says about instruments. */
export interface InstrumentsAsked {
  readonly exam?: CurrentExam | undefined;
  readonly instruments: InstrumentBindings;
  readonly simulation: boolean;
  readonly paused: boolean;
}

interface CabinInstrumentsOptions {
  readonly machine: InstrumentPort;
  /** What stands in where a simulated cabin names no device. */
  readonly simulation: InstrumentPort;
  readonly call: {
    readonly bulk: Pick<Bulk, 'store' | 'send' | 'withdraw'>;
    readonly setInstruments: CallSession['setInstruments'];
    /** Whether the live sound is held back. */
    readonly store: Pick<StoreApi<Pick<CallSnapshot, 'listeningHeld'>>, 'getState' | 'subscribe'>;
  };
  readonly captures: Captures;
  readonly watchPicture: DeviceWatch['watchPicture'];
  readonly watchSound: WatchSound;
  readonly command: (command: Command) => Promise<unknown>;
  readonly clock: Clock;
}

/** The cabin's instruments in the call: they do what the visit says, and the visit says what they do. */
export interface CabinInstruments {
  /** Takes each projection in; undefined switches everything off. */
  follow(asked: InstrumentsAsked | undefined): void;
  /** Shows the examination camera's own picture, of which no second capture is made: whoever holds it aims by it. */
  attachPicture(video: HTMLVideoElement): Stop;
}

/** Length of a clip of the stethoscope. */
const CLIP_MS = 15_000;

/** Instruments that are off; see `CabinInstruments`. */
export const createCabinInstruments = (options: CabinInstrumentsOptions): CabinInstruments => {
  const { call, clock, captures } = options;
  let asked: InstrumentsAsked | undefined;
  let request: ExamRequest | undefined;
  /** What is being taken, and how to stop it. */
  const taking = new Map<string, AbortController>();
  /** Taken by this window, and not known to have arrived. */
  const underWay = new Set<string>();
  /** Ids that were settled here: what an older projection still asks is not taken twice. */
  const settled = new Set<string>();

  const outlets = createVideoOutlets(true);
  const stills = createWholeStills(captures, clock);
  /** Stills that are being taken at the camera's whole size: its moving picture rests. */
  let holds = 0;
  const tell = (command: Command): void => void options.command(command);
  const portFor = (role: InstrumentRole): BoundPort => {
    const bindings = asked?.instruments ?? {};
    return asked?.simulation === true && bindings[role] === undefined
      ? { port: options.simulation, bindings: SIMULATED_BINDINGS }
      : { port: options.machine, bindings };
  };
  /** What the line does to its sound comes before what the instrument itself does: nothing of it is heard. */
  const statusNow = (): InstrumentStatus | 'off' => {
    const status = instrument.status();
    const isHeld = call.store.getState().listeningHeld;
    return isHeld && status !== 'off' && status.state === 'live'
      ? { ...status, warning: 'LISTENING_HELD' }
      : status;
  };
  const reportStatus = (): void => {
    const status = statusNow();
    if (request !== undefined && status !== 'off')
      tell({ type: 'report-instrument', requestId: request.requestId, status });
  };
  const instrument = createInstrument({
    portFor,
    watchPicture: options.watchPicture,
    watchSound: options.watchSound,
    clock,
    changed: () => {
      send();
      outlets.show(instrument.picture());
      reportStatus();
    },
  });

  const send = (): void => {
    const track = instrument.track();
    const isSound = track?.kind === 'audio';
    call.setInstruments(
      track === undefined || (holds > 0 && !isSound)
        ? {}
        : isSound
          ? { stethoscope: track }
          : { exam: track },
    );
  };
  const hold = (): Stop => {
    holds += 1;
    send();
    return () => {
      holds -= 1;
      send();
    };
  };

  const itemFailed = (itemId: string, code: ErrorCode): void => {
    settled.add(itemId);
    underWay.delete(itemId);
    tell({ type: 'report-exam-item', itemId, report: { report: 'failed', code } });
  };

  interface TakenBytes {
    readonly about: BulkAbout;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }
  const takeBytes = async (
    itemId: string,
    { target }: ExamRequest,
    signal: AbortSignal,
  ): Promise<Result<TakenBytes, Failure>> => {
    const status = instrument.status();
    const track = instrument.track();
    if (status === 'off' || status.state !== 'live' || track === undefined)
      return fail(failure(status !== 'off' && status.state === 'failed' ? status.code : 'INSTRUMENT_BUSY'));
    const source = { takenAt: clock.now(), device: status.device, simulated: status.simulated };
    if (target.instrument === 'stethoscope') {
      const begun = [source.takenAt];
      const clip = await captures.clip(track, CLIP_MS, signal, () => {
        begun.push(clock.now());
        tell({ type: 'report-exam-item', itemId, report: { report: 'again' } });
      });
      if (!clip.ok) return clip;
      const { bytes, recording, ...shape } = clip.value;
      const takenAt = begun[recording] ?? source.takenAt;
      return ok({ about: { kind: 'clip', ...source, takenAt, point: target.point, ...shape }, bytes });
    }
    const { port } = portFor(target.site);
    const still = await stills.take({ port, track, device: status.device, hold }, signal);
    if (!still.ok) return still;
    const { bytes, ...size } = still.value;
    return ok({ about: { kind: 'still', ...source, target, ...size }, bytes });
  };

  const take = async (itemId: string, of: ExamRequest): Promise<void> => {
    const abort = new AbortController();
    taking.set(itemId, abort);
    const taken = await takeBytes(itemId, of, abort.signal);
    taking.delete(itemId);
    // The visit has given it up, and said so itself.
    if (abort.signal.aborted) return;
    if (!taken.ok) return itemFailed(itemId, taken.failure.code);
    const { about, bytes } = taken.value;
    underWay.add(itemId);
    const sent = await call.bulk.send(itemId, about, bytes, { keep: true });
    if (!sent.ok) return itemFailed(itemId, sent.failure.code);
    if (about.kind !== 'still' && about.kind !== 'clip') return;
    const { takenAt, device, simulated } = about;
    const { byteLength, sha256 } = sent.value;
    tell({
      type: 'report-exam-item',
      itemId,
      report: { report: 'taken', taken: { takenAt, device, simulated, byteLength, sha256 } },
    });
    settle();
  };

  /** What has arrived, or was refused, is told once. */
  const settle = (): void => {
    for (const { item, sent } of call.bulk.store.getState().sent) {
      const { itemId } = item;
      if (!underWay.has(itemId) || !asked?.exam?.onTheWay.includes(itemId)) continue;
      if (sent.state === 'refused') itemFailed(itemId, sent.failure.code);
      if (sent.state !== 'delivered') continue;
      underWay.delete(itemId);
      settled.add(itemId);
      tell({ type: 'report-exam-item', itemId, report: { report: 'delivered' } });
    }
  };
  call.bulk.store.subscribe(settle);
  call.store.subscribe(({ listeningHeld }, before) => {
    if (listeningHeld !== before.listeningHeld && instrument.track()?.kind === 'audio') reportStatus();
  });

  const followItems = ({ toTake, onTheWay, discarded }: CurrentExam): void => {
    for (const [itemId, abort] of taking) if (!toTake.includes(itemId)) abort.abort();
    for (const itemId of toTake) {
      if (request === undefined || taking.has(itemId) || underWay.has(itemId) || settled.has(itemId))
        continue;
      void take(itemId, request);
    }
    // Taken by this window before it was loaded again: its bytes are gone.
    for (const itemId of onTheWay)
      if (!underWay.has(itemId) && !settled.has(itemId)) itemFailed(itemId, 'TRANSFER_DAMAGED');
    for (const itemId of discarded) {
      if (settled.has(`discarded ${itemId}`)) continue;
      settled.add(`discarded ${itemId}`);
      underWay.delete(itemId);
      call.bulk.withdraw(itemId);
    }
    settle();
  };

  return {
    attachPicture: outlets.attach,
    follow: (next) => {
      asked = next;
      const before = request?.requestId;
      const open = next?.exam?.request;
      request = next?.paused === false && open?.status.status === 'accepted' ? open : undefined;
      instrument.want(request && { role: roleOf(request.target), chosen: next?.exam?.chosen });
      // The same instrument at the next point: said again, for the new request.
      if (request !== undefined && before !== undefined && before !== request.requestId) reportStatus();
      if (next?.exam !== undefined) followItems(next.exam);
      else {
        for (const abort of taking.values()) abort.abort();
        underWay.clear();
        settled.clear();
      }
    },
  };
};
