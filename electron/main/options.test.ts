import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (argv: string[], packaged = false) => readOptions(argv, { handover: '/handover', packaged });

describe('the switches of the cabin', () => {
  it('have defaults that suit a real cabin', () => {
    expect(read(['electron', '.'])).toEqual({
      ok: true,
      value: {
        simulate: false,
        technician: false,
        windowed: false,
        language: 'fr',
        clockRate: 1,
        attendanceRate: 1,
        gatewayPort: 8_443,
        handoverFolder: '/handover',
      },
    });
  });

  it('are read, and Chromium own ones left alone', () => {
    const argv = [
      '--lang=de',
      '--cabine-lang=en',
      '--cabine-windowed',
      '--cabine-patient-size=1080x1920',
      '--cabine-simulate',
      '--cabine-technician',
    ];
    expect(read([...argv, '--cabine-clock-rate=6', '--cabine-devices=a=b.json'])).toMatchObject({
      value: {
        language: 'en',
        simulate: true,
        technician: true,
        windowed: true,
        clockRate: 6,
        devicesFile: 'a=b.json',
        patientSize: { width: 1_080, height: 1_920 },
      },
    });
  });

  it.each([
    '--cabine-lang=de',
    '--cabine-clock-rate=fast',
    '--cabine-gateway-port=70000',
    '--cabine-unheard=1',
  ])('are refused by name when they make no sense: %s', (word) => {
    const outcome = read([word]);
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.failure).toContain(word.split('=')[0]);
  });

  it('cannot make a packaged cabin run fast', () => {
    expect(read(['--cabine-clock-rate=6'], true).ok).toBe(false);
    expect(read(['--cabine-clock-rate=1'], true).ok).toBe(true);
  });
});
