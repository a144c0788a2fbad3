import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type VisitRecord, visitRecordSchema } from './record.ts';

const sample = (): VisitRecord =>
  visitRecordSchema.parse(
    JSON.parse(readFileSync(new URL('../../test/samples/visit.json', import.meta.url), 'utf8')),
  );

const firstProblem = (record: unknown): string => {
  const parsed = visitRecordSchema.safeParse(record);
  const issue = parsed.error?.issues[0];
  return issue === undefined ? 'none' : issue.path.join('.');
};

const withReading = (index: number, change: object): unknown => {
  const record = sample();
  return {
    ...record,
    readings: record.readings.map((reading, at) => (at === index ? { ...reading, ...change } : reading)),
  };
};

describe('the record of a visit', () => {
  it('refuses a simulated value in a visit that is not said to be simulated', () => {
    expect(firstProblem({ ...sample(), simulation: false })).toBe('readings.0.origin');
  });

  it('refuses a value entered by hand that names a device, and a measured one that names none', () => {
    expect(firstProblem(withReading(0, { origin: 'manual' }))).toBe('readings.0.device');
    expect(firstProblem(withReading(0, { device: undefined }))).toBe('readings.0.device');
  });

  it('refuses two readings of one id, and a mean of readings that do not precede it', () => {
    const { readings } = sample();
    expect(firstProblem(withReading(1, { id: readings[0]?.id }))).toBe('readings.1.id');
    expect(firstProblem(withReading(0, { derivedFrom: [readings[3]?.id] }))).toBe('readings.0.derivedFrom');
    expect(firstProblem(withReading(4, { derivedFrom: [readings[4]?.id] }))).toBe('readings.4.derivedFrom');
  });

  it('refuses a request answered by a reading that is not there', () => {
    const [request] = sample().requests;
    const requests = [{ ...request, status: { status: 'done', readingId: 'none' } }];
    expect(firstProblem({ ...sample(), requests })).toBe('requests.0.status.readingId');
  });

  it('refuses the door code of the site, and a visit id that another visit could have', () => {
    expect(firstProblem({ ...sample(), site: { ...sample().site, accessCode: '1234' } })).toBe('site');
    expect(firstProblem({ ...sample(), visitId: 'visit-1' })).toBe('visitId');
  });
});
