import { describe, expect, it } from 'vitest';
import { formatDate, formatMinutes, formatTimeOfDay, formatValue } from './format.ts';

describe('formats', () => {
  it('write numbers as the language does', () => {
    expect(formatValue('temperature', 38.2, 'fr')).toBe('38,2');
    expect(formatValue('temperature', 38.2, 'en')).toBe('38.2');
    expect(formatValue('spo2', 96, 'fr')).toBe('96');
    expect(formatValue('glucose', 1000, 'fr')).toBe('1000');
  });

  it('write Arabic numbers as the physician reads them', () => {
    expect(formatValue('temperature', 38.2, 'ar')).toBe('38,2');
    expect(formatValue('temperature', 38.2, 'es')).toBe('38,2');
    expect(formatDate('1948-03-12', 'ar')).toMatch(/^12 \p{Script=Arabic}+ 1948$/u);
  });

  it('count the last part of a second as a second, so that 0:00 means over', () => {
    expect(formatMinutes(38_000)).toBe('0:38');
    expect(formatMinutes(37_001)).toBe('0:38');
    expect(formatMinutes(1)).toBe('0:01');
    expect(formatMinutes(0)).toBe('0:00');
    expect(formatMinutes(-5)).toBe('0:00');
    expect(formatMinutes(305_000)).toBe('5:05');
  });

  it('give the time of day of the cabin, whatever the zone of the reader', () => {
    expect(formatTimeOfDay('2026-03-02T09:41:05.120+01:00')).toBe('09:41');
  });

  it('write a birth date in words, on the same day in every zone', () => {
    expect(formatDate('1948-03-12', 'fr')).toBe('12 mars 1948');
    expect(formatDate('1948-03-12', 'en')).toBe('12 March 1948');
  });
});
