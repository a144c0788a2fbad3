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

const TO_CAPABILITIES: readonly Command[] = [
  { type: 'start-visit' },
  { type: 'answer-red-flags', flags: [] },
];
const TO_MEASURES: readonly Command[] = [
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

/** From the welcome to what this cabin can do, by the assistant's bridge. */
export const reachCapabilities = (assistant: Page): Promise<void> => askAll(assistant, TO_CAPABILITIES);

/** From there to the measures. */
export const goOnToMeasures = (assistant: Page): Promise<void> => askAll(assistant, TO_MEASURES);

/** From the welcome to the measures. */
export const reachMeasures = (assistant: Page): Promise<void> =>
  askAll(assistant, [...TO_CAPABILITIES, ...TO_MEASURES]);
