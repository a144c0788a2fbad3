import { describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import type { PresenceReport } from '#core/contract/presence.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { CallSnapshot } from '../call-snapshot.ts';
import { LIVE_CALL } from '../played/played-company.ts';
import { createPresenceTeller } from './presence-teller.ts';

/** What the cabin's page reports of a call to the physician that is so. */
const reported = (change: Partial<CallSnapshot>, isShown = true): PresenceReport => {
  const told: PresenceReport[] = [];
  const call = { ...LIVE_CALL, ...change };
  createPresenceTeller(
    createFakeClock(),
    [{ with: 'physician', call: () => call, isShown: () => isShown }],
    (report) => told.push(report),
  ).close();
  const [report] = told;
  if (report === undefined) throw new Error('nothing was told');
  return report;
};
const BOTH = { sound: true, picture: true };

describe('who hears and sees whom', () => {
  it('is what goes while nothing is wrong', () => {
    expect(reported({})).toEqual({ sends: { physician: BOTH }, receives: { physician: BOTH } });
  });

  it('counts a black picture as none, at whichever end it is', () => {
    const media = { ...LIVE_CALL.media, failures: [failure('CAMERA_BLACK')] };
    expect(reported({ media }).sends.physician).toEqual({ sound: true, picture: false });
    expect(reported({ otherFaults: ['CAMERA_BLACK'] }).receives.physician).toEqual({
      sound: true,
      picture: false,
    });
  });

  it('counts a voice that carries nothing as none, although its packets come', () => {
    const sound = { voice: 'live', microphone: 'silent' } as const;
    expect(reported({ sound }).sends.physician).toEqual({ sound: false, picture: true });
    expect(reported({ otherFaults: ['MICROPHONE_SILENT'] }).receives.physician).toEqual({
      sound: false,
      picture: true,
    });
  });

  it('receives nobody whom no element of the page plays', () => {
    expect(reported({}, false)).toEqual({
      sends: { physician: BOTH },
      receives: { physician: { sound: false, picture: false } },
    });
  });
});
