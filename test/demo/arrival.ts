import type { Step } from './step.ts';

/** Who comes; nobody of that name and birth date is known to us. */
export const PATIENT = {
  familyName: 'Vauquelin-Ardisson',
  givenName: 'Philiberte',
  birthDate: '30/11/1947',
} as const;

/** From the welcome to the reason for coming. */
export const ARRIVAL: readonly Step[] = [
  {
    name: 'welcome',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient.welcome.title);
      await shoot('patient', 'welcome');
      await shoot('assistant', 'welcome');
      await patient.begin();
    },
  },
  {
    name: 'red-flags',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient['red-flags'].title);
      await shoot('patient', 'red-flags');
      await patient.hasNoRedFlag();
    },
  },
  {
    name: 'capabilities',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient.capabilities.title);
      await shoot('patient', 'capabilities');
      await patient.understands();
    },
  },
  {
    name: 'identity',
    play: async ({ patient, assistant, shoot }) => {
      await patient.isAskedWhoItIs('Awa');
      await shoot('patient', 'identity');
      await assistant.fillsIdentity(PATIENT);
      await shoot('assistant', 'identity');
      await assistant.savesIdentity();
    },
  },
  {
    name: 'consents',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient.consents.title);
      await shoot('patient', 'consents');
      await patient.agrees('Awa');
    },
  },
  {
    name: 'reason',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient.reason.title);
      await shoot('patient', 'reason');
      await patient.comesFor('cough-fever');
    },
  },
];
