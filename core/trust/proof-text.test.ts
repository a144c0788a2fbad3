import { expect, it } from 'vitest';
import { type Description, proofBytes } from './proof-text.ts';

const DESCRIPTION: Description = {
  call: 'patient-physician',
  occasion: 'ticket-1',
  attempt: { attemptId: 'attempt-1', generation: 3 },
  role: 'physician',
  type: 'answer',
  negotiation: 2,
  sdp: 'v=0',
  fingerprint: 'AA:BB',
  answers: 'CC:DD',
};

it('signs the description in its place, with both certificates, in a text that anyone can make again', () => {
  expect(new TextDecoder().decode(proofBytes(DESCRIPTION)).split('\n')).toEqual([
    'cabine call proof 2',
    'physician',
    'answer',
    'patient-physician',
    'ticket-1',
    'attempt-1',
    '3',
    '2',
    'AA:BB',
    'CC:DD',
    // sha256sum of "v=0"
    '6b8a9dc1308eebbe905f696791fd14bca92a2ad667dd43ed464390c69a2b1e9c',
  ]);
});

it.each([
  { call: 'guest-patient' as const },
  { occasion: 'ticket-2' },
  { attempt: { attemptId: 'attempt-2', generation: 3 } },
  { attempt: { attemptId: 'attempt-1', generation: 4 } },
  { role: 'cabin' as const },
  { role: 'guest' as const },
  { type: 'offer' as const },
  { negotiation: 3 },
  { negotiation: undefined },
  { sdp: 'v=1' },
  { fingerprint: 'AA:BC' },
  { answers: 'CC:DE' },
  { answers: undefined },
])('is another text with %o', (change) => {
  expect(proofBytes({ ...DESCRIPTION, ...change })).not.toEqual(proofBytes(DESCRIPTION));
});
