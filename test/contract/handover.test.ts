import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTransactionBundle } from '#core/handover/bundle.ts';
import { createContext, type HandoverTools, isSimulated, NAMES } from '#core/handover/context.ts';
import { GATEWAY_DEVICE, MDC } from '#core/handover/fhir/systems.ts';
import { observationsOf } from '#core/handover/observations/of-reading.ts';
import type { VisitRecord } from '#core/handover/record.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { schemaErrors } from './fhir-r4-schema.ts';
import { anyRecord } from './handover-records.ts';
import {
  brokenRules,
  codesOf,
  entriesOf,
  isTestData,
  type JsonObject,
  resourcesOf,
} from './handover-rules.ts';

const tools: HandoverTools = {
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  now: '2026-03-02T10:16:48.300+01:00',
};

/** The bundle as a receiver gets it. */
const received = (record: VisitRecord): JsonObject =>
  JSON.parse(JSON.stringify(toTransactionBundle(record, tools)));

const resourceAt = (bundle: JsonObject, fullUrl: string): JsonObject => {
  const found = entriesOf(bundle).find((entry) => entry['fullUrl'] === fullUrl)?.['resource'];
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new Error(`no ${fullUrl}`);
  return found as JsonObject;
};

const urlsOf = (reading: Reading, record: VisitRecord): readonly string[] => {
  const context = createContext(record, tools);
  return observationsOf(reading, context).map(({ name }) => context.to(name).reference);
};

/** Checks a property that is not asynchronous. */
const always = <T>(property: fc.IProperty<T>, numRuns: number): void => fc.assert(property, { numRuns });

const eachReading = (
  check: (found: {
    reading: Reading;
    record: VisitRecord;
    observations: readonly JsonObject[];
    provenance: JsonObject | undefined;
  }) => void,
): void =>
  always(
    fc.property(anyRecord, (record) => {
      const bundle = received(record);
      for (const reading of record.readings) {
        const urls = urlsOf(reading, record);
        const provenance = resourcesOf(bundle, 'Provenance').find((one) =>
          JSON.stringify(one['target']).includes(urls[0] ?? 'none'),
        );
        check({ reading, record, observations: urls.map((url) => resourceAt(bundle, url)), provenance });
      }
    }),
    60,
  );

describe('the handover of any visit', () => {
  it('keeps every rule of a transaction of vital signs', () => {
    always(
      fc.property(anyRecord, (record) => {
        expect(brokenRules(received(record))).toEqual([]);
      }),
      150,
    );
  });

  it('is valid by the official R4 schema', () => {
    always(
      fc.property(anyRecord, (record) => {
        const bundle = received(record);
        expect([bundle, ...resourcesOf(bundle)].flatMap(schemaErrors)).toEqual([]);
      }),
      60,
    );
  });

  it('is the same bundle for the same visit, and shares no resource id with another visit', () => {
    always(
      fc.property(anyRecord, fc.uuid(), (record, visitId) => {
        const urls = entriesOf(received(record)).map((entry) => entry['fullUrl']);
        const others = entriesOf(received({ ...record, visitId })).map((entry) => entry['fullUrl']);
        expect(received(record)).toEqual(received(record));
        if (visitId !== record.visitId)
          expect(urls.filter((url) => others.includes(url ?? null))).toEqual([]);
      }),
      30,
    );
  });

  it('never joins a simulated visit to the places, devices and people of real ones', () => {
    const conditions = (record: VisitRecord) =>
      entriesOf(received(record)).flatMap(
        (entry) => JSON.stringify(entry['request']).match(/identifier=[^"]+/g) ?? [],
      );
    always(
      fc.property(anyRecord, fc.uuid(), (record, visitId) => {
        const readings = record.readings.filter(({ origin }) => origin === 'device');
        const ofDevices = readings.filter(({ derivedFrom }) => derivedFrom === undefined);
        const real = { ...record, readings: ofDevices, requests: [], simulation: false };
        const simulated = conditions({ ...real, visitId, simulation: true });
        expect(conditions(real).filter((condition) => simulated.includes(condition))).toEqual([]);
        expect(conditions({ ...real, simulation: false }).length).toBeGreaterThan(3);
      }),
      30,
    );
  });

  it('marks a value as test data exactly when it comes from a simulated device', () => {
    eachReading(({ reading, record, observations, provenance }) => {
      const simulated = isSimulated(reading, record.readings);
      if (reading.derivedFrom === undefined) expect(simulated).toBe(reading.origin === 'simulator');
      expect(observations.map(isTestData)).toEqual(observations.map(() => simulated));
      if (provenance !== undefined) expect(isTestData(provenance)).toBe(simulated);
    });
  });

  it('tells a value entered by hand from a measured one', () => {
    eachReading(({ reading, record, observations, provenance }) => {
      const manual = reading.origin === 'manual';
      const assistant = createContext(record, tools).to(NAMES.assistant).reference;
      for (const observation of observations) {
        const json = JSON.stringify(observation);
        expect(json.includes(GATEWAY_DEVICE)).toBe(!manual);
        expect(codesOf(observation['code'], MDC).length).toBe(manual ? 0 : 1);
        expect(json.includes('Valeur saisie à la main')).toBe(manual);
        expect('device' in observation).toBe(!manual && reading.derivedFrom === undefined);
        if (manual) expect(JSON.stringify(observation['performer'])).toContain(assistant);
      }
      if (provenance !== undefined) {
        expect(JSON.stringify(provenance['agent']).includes('"enterer"')).toBe(manual);
      }
    });
  });

  it('carries each value once, as it was kept', () => {
    eachReading(({ reading, observations }) => {
      const kept = Object.values(reading.values).map(({ value, unit }) => `${value} ${unit}`);
      const sent = [...JSON.stringify(observations).matchAll(/"value":([^,]+),"unit":"([^"]+)"/g)];
      expect(sent.map(([, value, unit]) => `${Number(value)} ${unit}`).sort()).toEqual(
        kept.map((value) => value.replace(/^-0 /, '0 ')).sort(),
      );
    });
  });

  it('says what was examined with an instrument, and holds no picture and no sound of it', () =>
    always(
      fc.property(anyRecord, (record) => {
        const bundle = received(record);
        const exams = record.exams ?? [];
        const tasks = resourcesOf(bundle, 'Task').filter((task) =>
          /Ausculter|Regarder/.test(JSON.stringify(task)),
        );
        expect(tasks).toHaveLength(exams.length);
        for (const [index, { status, device, target, heldBack, kept }] of exams.entries()) {
          const [site] = (tasks[index]?.['input'] ?? []) as { valueCodeableConcept: { text: string } }[];
          expect(site?.valueCodeableConcept.text.split(',')[0]?.split(' ')[0]).toBe(
            target.instrument === 'stethoscope'
              ? undefined
              : { ear: 'oreille', throat: 'gorge', skin: 'peau' }[target.site],
          );
          const unheard = heldBack === true && kept === 0;
          const examined = status.status === 'done' && device !== undefined && !unheard;
          expect(tasks[index]?.['status'] === 'completed').toBe(examined);
          const live = /en direct par le médecin/.test(JSON.stringify(tasks[index]));
          if (target.instrument === 'stethoscope' && heldBack) expect(live).toBe(false);
        }
        expect(JSON.stringify(bundle)).not.toMatch(/image\/|audio\/|"Media"|"Binary"/);
      }),
      200,
    ));

  it('says of a value from a device’s memory only that it was measured before it arrived', () => {
    eachReading(({ reading, observations }) => {
      for (const observation of observations) {
        expect('effectiveDateTime' in observation).toBe(!reading.flags.includes('stored'));
        expect(JSON.stringify(observation['effectivePeriod'] ?? {})).not.toContain('start');
      }
    });
  });
});
