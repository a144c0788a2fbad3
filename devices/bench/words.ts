import type { SelfTestStep, StepOutcome } from './self-test-report.ts';

export const BENCH_LANGUAGES = ['fr', 'en'] as const;
export type BenchLanguage = (typeof BENCH_LANGUAGES)[number];

/** What the bench's papers say, in one language. */
export interface BenchWords {
  readonly language: BenchLanguage;
  readonly title: string;
  readonly allPassed: string;
  readonly someFailed: string;
  readonly none: string;
  readonly passed: string;
  readonly failed: string;
  readonly simulated: string;
  readonly unverified: string;
  readonly facts: Readonly<
    Record<'device' | 'driver' | 'identity' | 'serial' | 'firmware' | 'port' | 'at' | 'traffic', string>
  >;
  readonly columns: Readonly<Record<'step' | 'outcome' | 'detail', string>>;
  readonly steps: Readonly<Record<SelfTestStep, string>>;
  readonly outcomes: Readonly<Record<StepOutcome, string>>;
  readonly foot: string;
}

/** The words of the bench; the codes of errors stay as they are, as in the manual. */
export const BENCH_WORDS: Readonly<Record<BenchLanguage, BenchWords>> = {
  fr: {
    language: 'fr',
    title: 'Autotest des appareils',
    allPassed: 'Aucun défaut trouvé',
    someFailed: 'Défaut trouvé',
    none: 'Aucun appareil testé',
    passed: 'sans défaut',
    failed: 'défaut',
    simulated: 'SIMULATEUR : aucun appareil réel n’a été testé',
    unverified: 'Pilote non vérifié : aucun enregistrement d’un appareil réel ne l’appuie',
    facts: {
      device: 'Appareil',
      driver: 'Pilote',
      identity: 'Fabricant et modèle',
      serial: 'Numéro de série',
      firmware: 'Micrologiciel',
      port: 'Port',
      at: 'Date',
      traffic: 'Octets reçus, envoyés',
    },
    columns: { step: 'Étape', outcome: 'Résultat', detail: 'Détail' },
    steps: {
      opens: 'Le port s’ouvre',
      identifies: 'L’appareil dit qui il est',
      answers: 'L’appareil répond',
      firmware: 'Version du micrologiciel',
      battery: 'Pile ou batterie',
      clock: 'Horloge de l’appareil',
      idle: 'Au repos, l’appareil reste là',
      measures: 'Une mesure',
      closes: 'Le port se ferme',
    },
    outcomes: {
      passed: 'bon',
      failed: 'défaut',
      'not-said': 'l’appareil ne le dit pas',
      'not-tried': 'non testé',
    },
    foot: 'Ce document ne contient aucune valeur mesurée.',
  },
  en: {
    language: 'en',
    title: 'Device self-test',
    allPassed: 'No fault found',
    someFailed: 'Fault found',
    none: 'No device tested',
    passed: 'no fault',
    failed: 'fault',
    simulated: 'SIMULATOR: no real device was tested',
    unverified: 'Unverified driver: no recording of a real device stands behind it',
    facts: {
      device: 'Device',
      driver: 'Driver',
      identity: 'Maker and model',
      serial: 'Serial number',
      firmware: 'Firmware',
      port: 'Port',
      at: 'Date',
      traffic: 'Bytes received, sent',
    },
    columns: { step: 'Step', outcome: 'Result', detail: 'Detail' },
    steps: {
      opens: 'The port opens',
      identifies: 'The device says who it is',
      answers: 'The device answers',
      firmware: 'Firmware version',
      battery: 'Battery',
      clock: 'Clock of the device',
      idle: 'Left idle, the device is still there',
      measures: 'One measure',
      closes: 'The port closes',
    },
    outcomes: {
      passed: 'good',
      failed: 'fault',
      'not-said': 'the device does not say',
      'not-tried': 'not tested',
    },
    foot: 'This document holds no measured value.',
  },
};
