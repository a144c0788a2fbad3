import * as fc from 'fast-check';
import { ERROR_CODES } from '#core/contract/error-codes.ts';
import type { ExamRecord } from '#core/handover/record.ts';
import { type VisitRecord, visitRecordSchema } from '#core/handover/record.ts';
import { CONSENTS } from '#core/identity/consents.ts';
import { GUARDIAN_RELATIONS } from '#core/identity/particulars.ts';
import { MANDATORY_EQUIPMENT } from '#core/opening/equipment.ts';
import { ORIENTATION_PLACES } from '#core/visit/closing/orientation.ts';
import { SICK_LEAVE_EXCEPTIONS } from '#core/visit/closing/sick-leave.ts';
import { GUEST_KINDS } from '#core/visit/company/company.ts';
import { EMERGENCY_SERVICES } from '#core/visit/emergency/emergency.ts';
import { LATERALITIES } from '#core/visit/examination/laterality.ts';
import { PAIRED_PLACES, SINGLE_PLACES, type SkinPlace } from '#core/visit/examination/skin-places.ts';
import { LISTENING_POINTS } from '#core/visit/examination/targets.ts';
import { PAPER_KINDS, PAPER_OUTCOMES, REPRINT_REASONS } from '#core/visit/papers/papers.ts';
import { PRIVACY_ENDINGS } from '#core/visit/privacy/privacy.ts';
import { EXCLUSIONS } from '#core/visit/relevance/exclusions.ts';
import { PATHWAYS, REASONS, RED_FLAGS, REPORT_STATES, SKIP_REASONS } from '#core/visit/words.ts';
import { REST_BREAKS } from '#core/vitals/capture-plan.ts';
import { CONFUSED_UNITS } from '#core/vitals/confused-units.ts';
import { ARMS, CUFF_SIZES, POSTURE_POINTS } from '#core/vitals/cuff.ts';
import { READING_FLAGS } from '#core/vitals/decoded.ts';
import { MEASURES, VALUE_KEYS, VALUE_UNITS, type Values } from '#core/vitals/kinds.ts';

/** Any text that a person or a device may have produced: control characters, exotic spaces and broken surrogates too. */
const text = (maximum: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: maximum }),
    fc.string({
      unit: fc.constantFrom('\u00a0', '\u202f', '\u0000', '\ud800', '\ufeff', ' ', 'é', '\n', 'a', '👩'),
      maxLength: maximum,
    }),
  );
const filled = (maximum: number) => text(maximum).filter((value) => value.trim() !== '');
const nonEmpty = (maximum: number) => text(maximum).filter((value) => value !== '');

const instant = fc
  .tuple(
    fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
    fc.constantFrom('Z', '+01:00', '-11:30', '+14:00', '+23:00'),
  )
  .map(([date, offset]) => date.toISOString().replace('Z', offset));

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const physician = fc.record({
  name: nonEmpty(12),
  specialty: nonEmpty(12),
  rpps: fc.oneof(fc.constant('10101201234'), fc.stringMatching(/^\d{11}$/)),
  place: nonEmpty(12),
});

/** Drops what is undefined, at every depth: an absent field is absent. */
const present = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

const values = fc
  .dictionary(fc.constantFrom(...VALUE_KEYS), fc.double({ noNaN: true, noDefaultInfinity: true }), {
    maxKeys: 5,
    noNullPrototype: true,
  })
  .map((numbers) =>
    Object.fromEntries(
      VALUE_KEYS.flatMap((key) => {
        const value = numbers[key];
        return value === undefined ? [] : [[key, { value, unit: VALUE_UNITS[key] }] as const];
      }),
    ),
  );

const device = fc.record({
  maker: text(12),
  model: text(12),
  serial: some(text(6)),
  firmware: some(text(6)),
});

const reading = fc.record({
  measure: fc.constantFrom(...MEASURES),
  values,
  flags: fc.uniqueArray(fc.constantFrom(...READING_FLAGS)),
  origin: fc.constantFrom('device', 'simulator', 'manual'),
  enteredIn: some(fc.constantFrom(...CONFUSED_UNITS)),
  device,
  deviceId: some(nonEmpty(8)),
  signal: some(fc.integer({ min: 1, max: 4 })),
  attempt: fc.integer({ min: 1, max: 5 }),
  conditions: fc.record({
    posture: some(fc.constant('seated')),
    restMs: some(fc.integer({ min: 0, max: 3_600_000 })),
    restShortened: some(text(20)),
    restBreaks: some(fc.array(fc.constantFrom(...REST_BREAKS), { maxLength: 3 })),
    repetition: some(fc.integer({ min: 1, max: 4 })),
    cuff: some(
      fc.record({
        arm: fc.constantFrom(...ARMS),
        size: fc.constantFrom(...CUFF_SIZES),
        checked: fc.subarray([...POSTURE_POINTS]),
      }),
    ),
  }),
  assistedBy: some(text(20)),
  takenAt: instant,
  deviceTime: some(text(20)),
  rawHash: some(fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), text(8))),
  /** How many of the readings before this one it is computed from. */
  sources: fc.integer({ min: 0, max: 2 }),
});

/** No device counts breaths, nor says how much it hurts. */
const ofDevice = ({ 'respiratory-rate': _rate, pain: _pain, ...values }: Values): Values => values;

const readings = fc.array(reading, { maxLength: 8 }).map((drafts) =>
  drafts.map(({ sources, device: used, enteredIn, ...draft }, index) => {
    const derivedFrom = Array.from({ length: Math.min(sources, index) }, (_, back) => `r${index - 1 - back}`);
    return {
      ...draft,
      id: `r${index}`,
      captureId: `c${index}`,
      ...(draft.origin === 'manual'
        ? { ...(enteredIn && { enteredIn }) }
        : { device: used, values: ofDevice(draft.values) }),
      ...(draft.origin === 'manual' || derivedFrom.length === 0 ? {} : { derivedFrom }),
    };
  }),
);

const camera = { instrument: fc.constant('exam-camera' as const) };
const skinPlace: fc.Arbitrary<SkinPlace> = fc.oneof(
  fc.record({ place: fc.constantFrom(...SINGLE_PLACES) }),
  fc.record({ place: fc.constantFrom(...PAIRED_PLACES), laterality: fc.constantFrom(...LATERALITIES) }),
  fc.record({
    place: fc.constant('elsewhere' as const),
    words: filled(20).map((words) => words.trim().slice(0, 40)),
  }),
);

const examRecord: fc.Arbitrary<ExamRecord> = fc.record(
  {
    target: fc.oneof(
      fc.record({
        instrument: fc.constant('stethoscope' as const),
        point: fc.constantFrom(...LISTENING_POINTS),
      }),
      fc.record(
        { ...camera, site: fc.constant('ear' as const), laterality: fc.constantFrom(...LATERALITIES) },
        { requiredKeys: ['instrument', 'site'] },
      ),
      fc.record({ ...camera, site: fc.constant('throat' as const) }),
      fc.record({ ...camera, site: fc.constant('skin' as const), place: skinPlace }),
    ),
    askedAt: instant,
    status: fc.oneof(
      fc.constant({ status: 'asked' as const }),
      fc.constant({ status: 'accepted' as const }),
      fc.constant({ status: 'done' as const }),
      fc.record({ status: fc.constant('declined' as const), reason: fc.constantFrom(...SKIP_REASONS) }),
    ),
    device: text(20),
    simulated: fc.boolean(),
    heldBack: fc.constant(true as const),
    kept: fc.nat({ max: 40 }),
    askedBy: physician,
  },
  { requiredKeys: ['target', 'askedAt', 'status', 'simulated', 'kept'] },
);

const requestStatus = fc.oneof(
  fc.constantFrom({ status: 'asked' }, { status: 'accepted' }),
  fc.record({ status: fc.constant('declined'), reason: fc.constantFrom(...SKIP_REASONS) }),
  fc.record({ status: fc.constant('done'), readingId: fc.integer({ min: 0, max: 7 }).map((at) => `r${at}`) }),
);

const duration = fc.integer({ min: 0, max: 3_600_000 });
const totals = fc.record({
  video: duration,
  stills: duration,
  audio: duration,
  picture: duration,
  nothing: duration,
  causes: fc.dictionary(fc.constantFrom(...ERROR_CODES), duration, { noNullPrototype: true }),
});
const ledger = fc.record({
  outgoing: totals,
  incoming: totals,
  roundTrip: fc.record({ measuredMs: duration, meanMs: duration, highestMs: duration }),
});

const guests = fc.array(
  fc.record({
    kind: fc.constantFrom(...GUEST_KINDS),
    language: some(text(8)),
    name: filled(12),
    since: instant,
    until: instant,
  }),
  { maxLength: 2 },
);

const earlier = fc.array(
  fc.record({
    physician,
    notes: text(40),
    notesSavedAt: some(instant),
    pathway: some(fc.constantFrom(...PATHWAYS)),
  }),
  { maxLength: 3 },
);

/** What a person can have typed: it says something once spaces at its ends are gone. */
const words = (maximum: number) => text(maximum).filter((typed) => typed.trim() !== '');

const particulars = fc.record({
  telephone: some(fc.constant('06 12 34 56 78')),
  locality: some(words(40)),
  treatingDoctor: some(
    fc.oneof(
      fc.record({ state: fc.constant('named' as const), name: words(40) }),
      fc.constant({ state: 'none' as const }),
    ),
  ),
  treatments: some(words(80)),
  allergies: some(words(40)),
  pregnancy: some(fc.constantFrom('yes', 'no', 'unknown')),
  guardian: some(
    fc.record({ name: words(40), relation: fc.constantFrom(...GUARDIAN_RELATIONS), present: fc.boolean() }),
  ),
  companion: some(words(40)),
});

const privateTalks = fc.array(
  fc.record({ since: instant, until: instant, ending: fc.constantFrom(...PRIVACY_ENDINGS) }),
  { maxLength: 3 },
);

const paper = fc.record({
  kind: fc.constantFrom(...PAPER_KINDS),
  pages: fc.integer({ min: 1, max: 10 }),
  sha256: fc.constant('c'.repeat(64)),
  sentAt: instant,
  state: fc.oneof(
    fc.record({ state: fc.constant('refused' as const), code: fc.constantFrom(...ERROR_CODES) }),
    fc.record({ state: fc.constantFrom('taken-back' as const, 'dropped' as const) }),
    fc.record({ state: fc.constant('printed' as const), at: instant }),
    fc.record({
      state: fc.constant('settled' as const),
      outcome: fc.constantFrom(...PAPER_OUTCOMES),
      by: text(20),
      at: instant,
    }),
  ),
  reprint: some(fc.record({ reason: fc.constantFrom(...REPRINT_REASONS), by: text(20), at: instant })),
});

const alert = fc.record({
  key: fc.constantFrom('spo2', 'systolic', 'pulse-rate'),
  measure: fc.constantFrom(...MEASURES),
  side: fc.constantFrom('low', 'high'),
  limit: fc.integer({ min: 40, max: 220 }),
  values: fc.array(fc.record({ readingId: fc.uuid(), value: fc.integer({ min: 20, max: 280 }) }), {
    minLength: 2,
    maxLength: 2,
  }),
});

const emergencies = fc.array(
  fc.record({
    raisedAt: instant,
    raisedBy: fc.constantFrom('patient', 'assistant', 'physician', 'alert-table'),
    alerts: some(fc.array(alert, { minLength: 1, maxLength: 2 })),
    acknowledgedAt: some(instant),
    retracted: fc.boolean(),
    calls: fc.array(
      fc.record({
        service: fc.constantFrom(...EMERGENCY_SERVICES),
        at: instant,
        by: fc.constantFrom('assistant', 'physician'),
      }),
      { maxLength: 3 },
    ),
    closedAt: instant,
    closedBy: fc.constantFrom('assistant', 'physician'),
    ending: fc.oneof(
      fc.record({ ending: fc.constantFrom('mistake', 'false-alarm') }),
      fc.record({ ending: fc.constant('handed-over'), to: filled(20) }),
      fc.record({ ending: fc.constant('other'), reason: filled(20) }),
    ),
  }),
  { maxLength: 2 },
);

const exclusion = fc.record({
  exclusion: fc.constantFrom(...EXCLUSIONS),
  by: fc.constantFrom('assistant', 'physician'),
  name: nonEmpty(12),
  at: instant,
});

const visit = fc.record({
  visitId: fc.uuid(),
  startedAt: instant,
  endedAt: instant,
  simulation: fc.boolean(),
  softwareVersion: nonEmpty(8),
  site: fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{1,10}$/),
    cabinId: fc.stringMatching(/^[a-z0-9-]{1,10}$/),
    name: nonEmpty(20),
    kind: fc.constantFrom('pharmacy', 'town-hall'),
    addressLines: fc.array(nonEmpty(20), { minLength: 1, maxLength: 3 }),
  }),
  assistant: fc.record({
    name: nonEmpty(12),
    givenName: nonEmpty(12),
    profession: fc.constantFrom('nurse', 'pharmacist'),
  }),
  physician: some(physician),
  identity: fc.record({
    familyName: filled(20),
    givenName: filled(20),
    birthDate: fc.constantFrom('1931-02-28', '2004-02-29', '1999-12-31'),
    sex: fc.constantFrom('female', 'male', 'unknown'),
  }),
  consents: fc.record(Object.fromEntries(CONSENTS.map((consent) => [consent, fc.boolean()]))),
  consentsGivenAt: some(instant),
  reason: fc.record({ pictures: fc.uniqueArray(fc.constantFrom(...REASONS)), text: text(30) }),
  guests: some(guests),
  redFlags: some(fc.uniqueArray(fc.constantFrom(...RED_FLAGS))),
  skipped: fc.dictionary(fc.constantFrom(...MEASURES), fc.constantFrom(...SKIP_REASONS), {
    noNullPrototype: true,
  }),
  requests: fc.array(
    fc.record({
      requestId: text(8),
      measure: fc.constantFrom(...MEASURES),
      askedAt: instant,
      status: requestStatus,
      askedBy: some(physician),
    }),
    { maxLength: 4 },
  ),
  exams: some(fc.array(examRecord, { maxLength: 4 })),
  emergencies: some(emergencies),
  privateTalks: some(privateTalks),
  papers: some(fc.array(paper, { minLength: 1, maxLength: 3 })),
  particulars: some(particulars),
  pathway: some(fc.constantFrom(...PATHWAYS)),
  exclusions: some(fc.array(exclusion, { minLength: 1, maxLength: 3 })),
  orientation: some(
    fc.record({
      place: fc.constantFrom(...ORIENTATION_PLACES),
      details: text(40).map((details) => details.trim()),
    }),
  ),
  sickLeave: some(
    fc.record({
      days: fc.integer({ min: 1, max: 365 }),
      ongoingDays: fc.integer({ min: 0, max: 1_095 }),
      exception: some(fc.constantFrom(...SICK_LEAVE_EXCEPTIONS)),
    }),
  ),
  incidentRemark: some(text(40)),
  report: some(fc.constantFrom(...REPORT_STATES)),
  advice: text(40),
  notes: text(40),
  notesSavedAt: some(instant),
  earlier: some(earlier),
  incidents: fc.array(
    fc.record({
      code: fc.constantFrom(...ERROR_CODES),
      at: instant,
      end: some(fc.constantFrom('cabin' as const, 'physician' as const)),
      text: some(text(20)),
    }),
    { maxLength: 4 },
  ),
  missingEquipment: some(fc.uniqueArray(fc.constantFrom(...MANDATORY_EQUIPMENT), { minLength: 1 })),
  ledger: some(ledger),
});

type Taken = readonly { readonly id: string; readonly origin: string }[];

const readingExists = (request: { readonly status: object }, taken: Taken): boolean => {
  const { status } = request;
  return !('readingId' in status) || taken.some(({ id }) => id === status.readingId);
};

/** Any visit that the schema accepts. */
export const anyRecord: fc.Arbitrary<VisitRecord> = fc.tuple(readings, visit).map(([taken, drafted]) =>
  visitRecordSchema.parse(
    present({
      ...drafted,
      readings: taken,
      requests: drafted.requests.filter((request) => readingExists(request, taken)),
      simulation: drafted.simulation || taken.some(({ origin }) => origin === 'simulator'),
    }),
  ),
);
