import { describe, expect, it } from 'vitest';
import { parseInstalled, planMissing } from './system-packages.mjs';

describe('parseInstalled', () => {
  it('counts installed and held packages, not removed ones', () => {
    const answer =
      'xvfb ii \nsocat rc \nopenbox hi \nchromium un \ndpkg-query: no packages found matching libfoo\n';
    expect(parseInstalled(answer)).toEqual(new Set(['xvfb', 'openbox']));
  });
});

describe('planMissing', () => {
  it('plans nothing when all is there', () => {
    expect(planMissing(['display', 'pseudo-terminal'], new Set(['xvfb', 'openbox', 'socat']))).toEqual([]);
  });

  it('names what each need lacks', () => {
    expect(planMissing(['display', 'browser'], new Set(['xvfb']))).toEqual([
      { need: 'display', missing: [['openbox']] },
      { need: 'browser', missing: [['chromium']] },
    ]);
  });

  it('accepts a package under any of its names', () => {
    const renamed = new Set([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
      'libgbm1',
      'libxss1',
      'libatk-bridge2.0-0t64',
    ]);
    expect(planMissing(['electron'], renamed)).toEqual([]);
  });
});
