import type { TabletBoard } from '#core/contract/tablet.ts';

/** A cabin with one tablet at work and one at rest, which shows a code. */
export const SAMPLE_TABLETS: TabletBoard = {
  state: 'on',
  secure: ['https://192.168.1.20:8444/', 'https://cabine-1.local:8444/'],
  plain: ['http://192.168.1.20:8445/', 'http://cabine-1.local:8445/'],
  fingerprint: '3fbd8d6e20a662e9e522be36b022b131b04c005e902c25f36a456ca4e7834101',
  code: { digits: '48213907', expiresAt: '2026-03-02T09:55:00.000+01:00', left: 4 },
  pairings: [
    {
      id: 'A'.repeat(43),
      name: 'Accueil',
      pairedAt: '2026-02-20T08:00:00.000+01:00',
      until: '2026-03-22T08:00:00.000+01:00',
      lastSeenAt: '2026-03-02T09:50:00.000+01:00',
      connected: true,
    },
    {
      id: 'B'.repeat(43),
      name: 'Salle de soins du premier étage',
      pairedAt: '2026-02-12T08:00:00.000+01:00',
      until: '2026-03-14T08:00:00.000+01:00',
      lastSeenAt: '2026-02-27T17:12:00.000+01:00',
      connected: false,
    },
  ],
};

/** When a tablet lost its connection. */
export const SAMPLE_LOST_AT = '2026-03-02T09:50:00.000+01:00';
