import { copyFile } from 'node:fs/promises';
import { readBundle } from '#test/harness/bundle.ts';
import { filesHolding } from '#test/harness/disk-search.ts';
import { expect } from '#test/harness/people/expect.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PATIENT } from './arrival.ts';
import { ADVICE, NOTES } from './consultation.ts';
import type { Step } from './step.ts';

/** LOINC codes of the observations and how often each is measured: twice by oximeter, a series of cuff readings with its mean, once weighed. */
const EXPECTED = { '2708-6': 2, '85354-9': 4, '29463-7': 1 } as const;
/** Three instruments and the cabin itself; one measure was asked for again. */
const RESOURCES = { Patient: 1, Encounter: 1, Device: 4, Task: 1 } as const;

/** Goodbye, record, wipe. */
export const ending = (bundleCopy: string): readonly Step[] => [
  {
    name: 'goodbye',
    play: async ({ patient, pages, language, shoot }) => {
      await expect(pages.patient.getByText(ADVICE[language])).toBeVisible();
      await patient.mayFinish();
      await shoot('patient', 'goodbye');
      await shoot('assistant', 'goodbye');
      await shoot('physician', 'closed');
      await patient.finishes();
    },
  },
  {
    name: 'bundle',
    play: async ({ cabin, language, messages }) => {
      const bundle = await readBundle(cabin.handover);
      for (const [code, count] of Object.entries(EXPECTED))
        expect(bundle.observations(code), code).toBe(count);
      for (const [type, count] of Object.entries(RESOURCES)) expect(bundle.count(type), type).toBe(count);
      expect(bundle.unmarked).toBe(0);
      expect(bundle.text).toContain(PATIENT.familyName);
      const documents = bundle.documents.join('\n');
      for (const said of [NOTES[language], ADVICE[language]]) expect(documents).toContain(said);
      await copyFile(bundle.file, bundleCopy);
      return messages.say('observations', { observations: bundle.count('Observation') });
    },
  },
  {
    name: 'wipe',
    play: async ({ cabin, physician, words, pages, language, shoot }) => {
      pages.patient = await cabin.patient();
      await new PatientHands(pages.patient, words).sees(words.patient.welcome.title);
      await physician.seesTheEnd();
      const said = [...Object.values(PATIENT), '1947-11-30', NOTES[language], ADVICE[language]];
      for (const page of Object.values(pages)) {
        const left = async (): Promise<readonly string[]> => {
          const content = await page.content();
          return said.filter((text) => content.includes(text));
        };
        await expect.poll(left).toEqual([]);
      }
      expect(await filesHolding(cabin.userData, said)).toEqual([]);
      await shoot('patient', 'welcome-again');
      await shoot('assistant', 'welcome-again');
      await shoot('physician', 'end');
    },
  },
];
