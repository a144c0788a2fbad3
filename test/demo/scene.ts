import { join } from 'node:path';
import type { Page } from 'playwright';
import type { StaffLanguage } from '#core/visit/words.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { type Words, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser, type PhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig, type Rig } from '#test/harness/rig.ts';
import type { inTurn } from '#test/harness/undo.ts';
import type { Messages } from './messages.ts';

/** Rests and gaps go by so much faster: five minutes of rest become fifteen seconds, and the cuff can still be seen at work. */
export const CLOCK_RATE = 20;

type Who = 'patient' | 'assistant' | 'physician';

/** Everything and everyone that takes part. */
export interface Scene {
  readonly rig: Rig;
  readonly cabin: RunningCabin;
  readonly browser: PhysicianBrowser;
  readonly patient: PatientHands;
  readonly assistant: AssistantHands;
  readonly physician: PhysicianHands;
  /** The patient's page is another one after each visit. */
  readonly pages: Record<Who, Page>;
  readonly words: Words;
  readonly messages: Messages;
  readonly language: StaffLanguage;
  /** Screenshot of somebody's screen, numbered; its name begins with who sees it. */
  shoot(who: Who, what: string): Promise<void>;
  /** Screenshots of all three screens, as far as they can still be had. */
  shootAll(what: string): Promise<void>;
  /** Files of the screenshots so far, by `<who>-<what>`. */
  readonly shots: ReadonlyMap<string, string>;
}

/** A screen that is still fading in would be shot half transparent. What turns for ever is not waited for. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );

interface SceneOptions {
  readonly language: StaffLanguage;
  readonly messages: Messages;
  readonly screenshots: string;
  readonly undo: ReturnType<typeof inTurn>;
}

/** Opens rig, cabin and browser. */
export const openScene = async ({ language, messages, screenshots, undo }: SceneOptions): Promise<Scene> => {
  const openWindows = async () => {
    const rig = undo.later(await openRig({ clockRate: CLOCK_RATE }));
    const cabin = undo.later(
      await openCabin({ devicesFile: rig.devicesFile, clockRate: CLOCK_RATE, language }),
    );
    return { rig, cabin, patient: await cabin.patient(), assistant: await cabin.assistant() };
  };
  const [windows, browser] = await Promise.all([
    openWindows(),
    openPhysicianBrowser({ locale: language === 'fr' ? 'fr-FR' : 'en-GB' }).then(undo.later),
  ]);
  const words = wordsOf(language);
  const pages = { patient: windows.patient, assistant: windows.assistant, physician: browser.page };
  const shots = new Map<string, string>();
  const shoot: Scene['shoot'] = async (who, what) => {
    const name = `${who}-${what}`;
    const file = join(screenshots, `${String(shots.size + 1).padStart(2, '0')}-${name}.png`);
    shots.set(name, file);
    await settled(pages[who]);
    await pages[who].screenshot({ path: file });
  };
  return {
    rig: windows.rig,
    cabin: windows.cabin,
    browser,
    patient: new PatientHands(pages.patient, words),
    assistant: new AssistantHands(pages.assistant, words),
    physician: new PhysicianHands(pages.physician, words),
    pages,
    words,
    messages,
    language,
    shots,
    shoot,
    shootAll: async (what) => {
      for (const who of ['patient', 'assistant', 'physician'] as const) {
        await shoot(who, what).catch(() => undefined);
      }
    },
  };
};
