import * as z from 'zod';
import { type ErrorCode, errorCodeSchema } from '../contract/error-codes.ts';
import type { CallEnd } from '../contract/media-faults.ts';
import type { Milliseconds } from '../time.ts';

/** What one person got of the other, best first: moving picture and voice, single pictures and voice, voice, picture alone, nothing. */
export const CALL_LEVELS = ['video', 'stills', 'audio', 'picture', 'nothing'] as const;
const callLevelSchema = z.enum(CALL_LEVELS);
export type CallLevel = z.infer<typeof callLevelSchema>;

const directionStateSchema = z.strictObject({
  level: callLevelSchema,
  /** Why it is less than video, when that is known. */
  cause: errorCodeSchema.optional(),
});
/** Both directions of a call at one moment; `outgoing` is from the cabin to the physician. */
export const callLevelsSchema = z.strictObject({
  outgoing: directionStateSchema,
  incoming: directionStateSchema,
  roundTripMs: z.number().nonnegative().max(600_000).optional(),
});
export type CallLevels = z.infer<typeof callLevelsSchema>;

/** A while in which nothing of it changed, in real milliseconds. */
export interface CallSpell extends CallLevels {
  readonly lastedMs: Milliseconds;
}

const durationSchema = z.number().nonnegative();
const directionTotalsSchema = z.strictObject({
  video: durationSchema,
  stills: durationSchema,
  audio: durationSchema,
  picture: durationSchema,
  nothing: durationSchema,
  /** How long each cause kept it below video. */
  causes: z.partialRecord(errorCodeSchema, durationSchema),
});

/**
 * What both people got over the whole consultation, reconnections included, in real milliseconds: the part of the technical incidents
 * that only the cabin can know (R.6316-4 CSP). `outgoing` is from the cabin to the physician.
 */
export const ledgerSchema = z.strictObject({
  outgoing: directionTotalsSchema,
  incoming: directionTotalsSchema,
  /** Time to the other side and back, over the `measuredMs` in which it was known. */
  roundTrip: z.strictObject({
    measuredMs: durationSchema,
    meanMs: durationSchema,
    highestMs: durationSchema,
  }),
});
export type Ledger = z.infer<typeof ledgerSchema>;
export type DirectionTotals = Ledger['outgoing'];

const NO_TOTALS: DirectionTotals = { video: 0, stills: 0, audio: 0, picture: 0, nothing: 0, causes: {} };
export const EMPTY_LEDGER: Ledger = {
  outgoing: NO_TOTALS,
  incoming: NO_TOTALS,
  roundTrip: { measuredMs: 0, meanMs: 0, highestMs: 0 },
};

const withTime = (
  totals: DirectionTotals,
  { level, cause }: CallLevels['outgoing'],
  lastedMs: Milliseconds,
): DirectionTotals => ({
  ...totals,
  [level]: totals[level] + lastedMs,
  causes:
    cause === undefined || level === 'video'
      ? totals.causes
      : { ...totals.causes, [cause]: (totals.causes[cause] ?? 0) + lastedMs },
});

const withRoundTrip = (
  before: Ledger['roundTrip'],
  roundTripMs: Milliseconds | undefined,
  lastedMs: Milliseconds,
): Ledger['roundTrip'] => {
  const measuredMs = before.measuredMs + lastedMs;
  if (roundTripMs === undefined || measuredMs === 0) return before;
  const meanMs = (before.meanMs * before.measuredMs + roundTripMs * lastedMs) / measuredMs;
  return { measuredMs, meanMs, highestMs: Math.max(before.highestMs, roundTripMs) };
};

/** `ledger` with one more spell in it. */
export const withSpell = (ledger: Ledger, spell: CallSpell): Ledger => ({
  outgoing: withTime(ledger.outgoing, spell.outgoing, spell.lastedMs),
  incoming: withTime(ledger.incoming, spell.incoming, spell.lastedMs),
  roundTrip: withRoundTrip(ledger.roundTrip, spell.roundTripMs, spell.lastedMs),
});

/** How long the consultation lasted, whatever was got of it. */
export const totalOf = ({ video, stills, audio, picture, nothing }: DirectionTotals): Milliseconds =>
  video + stills + audio + picture + nothing;

/** The causes of a direction, longest first. */
export const causesOf = ({ causes }: DirectionTotals): readonly (readonly [ErrorCode, Milliseconds])[] =>
  Object.entries(causes)
    .flatMap(([code, lastedMs]) => {
      const parsed = errorCodeSchema.safeParse(code);
      return parsed.success ? [[parsed.data, lastedMs] as const] : [];
    })
    .toSorted(([, one], [, other]) => other - one);

/**
 * At which end the cause of a direction was found: a voice or picture that stopped coming, or is heard by nobody, where it should arrive, anything else where it is
 * sent.
 */
export const endOfCause = (direction: 'outgoing' | 'incoming', code: ErrorCode): CallEnd => {
  const isMissed = (
    [
      'SOUND_LOST',
      'SOUND_HELD',
      'PICTURE_FROZEN',
      'LOUDSPEAKER_MISSING',
      'LOUDSPEAKER_UNPLUGGED',
    ] as readonly ErrorCode[]
  ).includes(code);
  return (direction === 'outgoing') === isMissed ? 'physician' : 'cabin';
};

/** Nothing in either direction, for this reason. */
export const nothingFor = (cause: ErrorCode): CallLevels => ({
  outgoing: { level: 'nothing', cause },
  incoming: { level: 'nothing', cause },
});
