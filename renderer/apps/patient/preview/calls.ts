import type { PresenceBoard } from '#core/contract/presence.ts';
import type { Level } from '#core/contract/quality.ts';
import type { Company } from '#core/visit/company/company.ts';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import { boardOf, GUESTS, LIVE_CALL } from '#renderer/call/played/played-company.ts';
import { playedStill } from '#renderer/call/played/played-picture.ts';

/** What a call is at, beside the visit's own screen. */
export interface PlayedCall {
  readonly call: CallSnapshot;
  readonly board: PresenceBoard;
  readonly company?: Company;
}

const BOTH = boardOf('patient', 'physician');
const ALL = boardOf('patient', 'physician', 'assistant', 'guest');
const over = (change: Partial<CallSnapshot>): PlayedCall => ({
  call: { ...LIVE_CALL, ...change },
  board: BOTH,
});
const incoming = (level: Omit<Level, 'strained'>): PlayedCall =>
  over({ quality: { ...LIVE_CALL.quality, incoming: { ...level, strained: false } } });
const media = (change: Partial<CallSnapshot['media']>) => ({ media: { ...LIVE_CALL.media, ...change } });
const noCamera = (code: 'CAMERA_MISSING' | 'CAMERA_BUSY' | 'CAMERA_BLACK'): PlayedCall =>
  over(media({ sends: { picture: false, sound: true }, failures: [{ code }] }));

/** States of the call by name: `?line=stills`. */
const PLAYED_CALLS = {
  idle: { call: { ...IDLE_CALL, words: [3, 200] }, board: [] },
  live: over({}),
  thin: incoming({ rung: '240p', reason: 'bandwidth' }),
  stills: incoming({ rung: 'stills', reason: 'bandwidth' }),
  audio: incoming({ rung: 'audio', reason: 'bandwidth' }),
  forced: incoming({ rung: 'audio', reason: 'forced' }),
  frozen: over({ frozen: true }),
  stalled: over({ state: 'stalled' }),
  lost: { call: { ...IDLE_CALL, state: 'lost' }, board: [] },
  joining: { call: { ...IDLE_CALL, state: 'connecting' }, board: [] },
  refused: { call: { ...IDLE_CALL, state: 'lost', failure: { code: 'PEER_FORGED' } }, board: [] },
  'camera-missing': noCamera('CAMERA_MISSING'),
  'camera-busy': noCamera('CAMERA_BUSY'),
  'camera-black': noCamera('CAMERA_BLACK'),
  muted: over({ sound: { voice: 'live', microphone: 'silent' } }),
  unheard: over({ sound: { voice: 'lost', microphone: 'live' } }),
  'physician-unseen': over({ otherFaults: ['CAMERA_BUSY'] }),
  'physician-muted': over({ otherFaults: ['MICROPHONE_SILENT'] }),
  'guest-asks': { ...over({}), company: GUESTS.arrived },
  guest: { call: LIVE_CALL, board: ALL, company: GUESTS.present },
  'guest-gone': { ...over({}), company: GUESTS.gone },
} as const satisfies Record<string, PlayedCall>;

/** The named state, with its single picture if it shows one. */
export const playedCall = async (name: string): Promise<PlayedCall> => {
  const calls: Readonly<Record<string, PlayedCall>> = PLAYED_CALLS;
  const played = calls[name] ?? PLAYED_CALLS.idle;
  if (name !== 'stills') return played;
  const picture = {
    bytes: await playedStill('physician'),
    type: 'image/jpeg',
    takenAt: '2026-03-02T09:52:31.000+01:00',
    receivedMs: 0,
  };
  return { ...played, call: { ...played.call, picture } };
};
