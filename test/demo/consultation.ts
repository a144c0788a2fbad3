import { framesShown, seesMoving } from '#test/harness/frames.ts';
import { expect } from '#test/harness/people/expect.ts';
import { PATIENT } from './arrival.ts';
import type { Scene } from './scene.ts';
import type { Step } from './step.ts';

/** The place of the demo's cabin, as the queue shows it. */
const SITE = 'Mairie de Saint-Aubin';
export const NOTES = {
  fr: 'Toux sèche nocturne depuis trois jours, pas de fièvre au cabinet.',
  en: 'Dry cough at night for three days, no fever in the cabin.',
} as const;
export const ADVICE = {
  fr: 'Reposez-vous trois jours. Buvez souvent. Appelez le 15 si vous respirez mal.',
  en: 'Rest for three days. Drink often. Call 15 if you find it hard to breathe.',
} as const;

const accountOf = ({ cabin }: Scene) => {
  const [account] = cabin.accounts;
  if (account === undefined) throw new Error('The cabin has no demo account');
  return account;
};

/** From the physician's sign-in to the end of the consultation. */
export const CONSULTATION: readonly Step[] = [
  {
    name: 'sign-in',
    play: async (scene) => {
      const { physician, cabin, language, shoot } = scene;
      await physician.opens(`${cabin.physicianUrl}?lang=${language}`);
      await shoot('physician', 'sign-in');
      await physician.identifies(accountOf(scene).account, cabin.accessCode);
    },
  },
  {
    name: 'queue',
    play: async ({ physician, pages, shoot }) => {
      await physician.seesWaiting(SITE);
      await shoot('physician', 'queue');
      const text = await pages.physician.content();
      expect(text).not.toContain(PATIENT.familyName);
      expect(text).not.toContain(PATIENT.givenName);
    },
  },
  {
    name: 'pre-brief',
    play: async ({ physician, words, pages, shoot }) => {
      await physician.takes(SITE);
      await physician.reads(new RegExp(PATIENT.familyName), words.staff['identity-level']);
      expect(await framesShown(pages.physician)).toBe(0);
      await shoot('physician', 'pre-brief');
    },
  },
  {
    name: 'physician-card',
    play: async (scene) => {
      const { patient, shoot } = scene;
      const { name } = accountOf(scene);
      await patient.readsCard(name);
      await shoot('patient', 'physician-card');
      await shoot('assistant', 'physician-card');
      await patient.acceptsPhysician(name);
    },
  },
  {
    name: 'call',
    play: async ({ pages, messages, shoot }) => {
      const [there, here] = await Promise.all([seesMoving(pages.physician), seesMoving(pages.patient)]);
      await shoot('physician', 'call');
      await shoot('patient', 'call');
      await shoot('assistant', 'call');
      return messages.say('frames', { there, here });
    },
  },
  {
    name: 'measure-again',
    play: async ({ physician, assistant, patient, shoot }) => {
      await physician.asksFor('oximetry');
      await assistant.seesTask('oximetry');
      await shoot('physician', 'request');
      await shoot('assistant', 'request');
      await shoot('patient', 'request');
      await assistant.acceptsTask();
      await patient.seesPulseRunning();
      await Promise.all([
        shoot('patient', 'guidance'),
        shoot('assistant', 'guidance'),
        physician.seesPulse().then(() => shoot('physician', 'live')),
      ]);
      await physician.seesRequestDone('oximetry');
      await shoot('physician', 'request-done');
    },
  },
  {
    name: 'notes',
    play: async ({ physician, language, shoot }) => {
      await physician.writes(NOTES[language]);
      await shoot('physician', 'notes');
    },
  },
  {
    name: 'closing',
    play: async ({ physician, patient, language, words, shoot }) => {
      await physician.preparesClosing('given-to-patient', ADVICE[language]);
      await shoot('physician', 'closing');
      await physician.closes();
      await patient.sees(words.patient.goodbye.title);
    },
  },
];
