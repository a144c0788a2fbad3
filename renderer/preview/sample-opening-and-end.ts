import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { ProofLine } from '#core/visit/proof/proof-line.ts';

/** A check before opening that has found something of each kind. */
export const OPENING: NonNullable<AssistantProjection['opening']> = {
  running: false,
  at: '2026-03-02T08:02:00.000+01:00',
  by: 'Awa Diallo',
  findings: [
    { check: 'devices', outcome: 'attention', note: 'devices-away', names: ['scale'] },
    { check: 'equipment', outcome: 'good', note: 'complete' },
    { check: 'instruments', outcome: 'attention', note: 'instruments-away', names: ['ear', 'throat'] },
    { check: 'camera', outcome: 'failed', note: 'fault', code: 'CAMERA_BLACK' },
    { check: 'microphone', outcome: 'good', note: 'quiet', figure: -58 },
    { check: 'loudspeaker', outcome: 'attention', note: 'not-heard' },
    { check: 'voice', outcome: 'attention', note: 'mute' },
    { check: 'network', outcome: 'good', note: 'both-ways', figure: 42 },
    { check: 'clock', outcome: 'good', note: 'right', figure: 0 },
    { check: 'disk', outcome: 'good', note: 'room', figure: 182.4 },
    { check: 'printer', outcome: 'good', note: 'printer-there', names: ['Brother HL-L2350DW'] },
  ],
};

/** What a nurse takes along for their own billing. */
export const PROOF: ProofLine = {
  reference: '6f1c2f0e-6d0f-4a53-9d3c-7a8f1f2f9c11',
  site: 'Mairie de Saint-Aubin',
  assistants: [
    {
      assistant: { name: 'Awa Diallo', givenName: 'Awa', profession: 'nurse' },
      since: '2026-03-02T09:31:00.000+01:00',
      code: 'TLL',
    },
  ],
  physician: { name: 'Dr Karim Benali', rpps: '00000000017' },
  startedAt: '2026-03-02T09:31:00.000+01:00',
  closedAt: '2026-03-02T09:52:00.000+01:00',
  consultationMs: 720_000,
  measures: [
    { measure: 'oximetry', count: 1 },
    { measure: 'blood-pressure', count: 3 },
    { measure: 'body-weight', count: 1 },
  ],
  exams: [{ instrument: 'stethoscope', count: 6 }],
  simulation: true,
};
