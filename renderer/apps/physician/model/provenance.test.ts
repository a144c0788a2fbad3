import { describe, expect, it } from 'vitest';
import { READINGS } from '#renderer/preview/sample-visit.ts';
import { provenanceOf } from './provenance.ts';

const all = Object.values(READINGS);

describe('provenance of a value', () => {
  it('lists all readings of the series, the one set aside included, and how many the mean takes in', () => {
    const { series, averaged, device } = provenanceOf(READINGS.mean, all);
    expect(series.map(({ id }) => id)).toEqual(['reading-2', 'reading-3', 'reading-4']);
    expect(averaged).toBe(2);
    expect(device).toBe('A&D TM-2657, 0417');
  });

  it('leaves out what a value typed by hand does not have', () => {
    const provenance = provenanceOf(READINGS.weight, all);
    expect(provenance).toEqual({
      origin: 'manual',
      series: [],
      averaged: 0,
      restBreaks: 0,
      seated: false,
      attempt: 1,
      flags: [],
      assistedBy: 'Awa Diallo',
      takenAt: READINGS.weight.takenAt,
    });
  });

  it('shortens the hash of the raw bytes to what finds them again', () => {
    expect(provenanceOf(READINGS.oximetry, all).rawHash).toBe('ab12cd34');
  });
});
