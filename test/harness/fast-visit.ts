import type { Page } from 'playwright';
import type { Command } from '#core/visit/commands.ts';
import { askAll } from './bridge.ts';

/** A person who does not exist. */
export const SOMEBODY = {
  familyName: 'Vauquelin-Ardisson',
  givenName: 'Philiberte',
  birthDate: '1947-11-30',
  sex: 'female',
} as const;

const TO_MEASURES: readonly Command[] = [
  { type: 'start-visit' },
  { type: 'answer-red-flags', flags: [] },
  { type: 'acknowledge-capabilities' },
  { type: 'enter-identity', identity: SOMEBODY },
  {
    type: 'give-consents',
    consents: {
      teleconsultation: true,
      'assistant-present': true,
      'report-to-doctor': false,
      'report-to-shared-record': false,
    },
  },
  { type: 'give-reason', reason: { pictures: ['cough-fever'], text: '' } },
];

/** From the welcome to the measures, by the assistant's bridge. */
export const reachMeasures = (assistant: Page): Promise<void> => askAll(assistant, TO_MEASURES);

/** From the welcome to the wait for a physician, without a measure. */
export const reachWaiting = (assistant: Page): Promise<void> =>
  askAll(assistant, [...TO_MEASURES, { type: 'finish-measures' }]);
