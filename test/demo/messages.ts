import type { StaffLanguage } from '#core/visit/words.ts';

/** What the demo says of each step; the keys are the steps in their order, and their names in `summary.json`. */
const STEPS = {
  open: {
    fr: 'Trois appareils simulés, la cabine et le navigateur du médecin s’ouvrent',
    en: 'Three simulated devices, the cabin and the physician’s browser open',
  },
  welcome: { fr: 'Une personne arrive et touche « Commencer »', en: 'A person arrives and touches “Begin”' },
  'red-flags': { fr: 'Aucun signe d’alerte', en: 'No warning sign' },
  capabilities: { fr: 'Elle lit ce que la cabine peut faire', en: 'She reads what the cabin can do' },
  identity: {
    fr: 'L’infirmière tape son identité, qui reste provisoire',
    en: 'The nurse types who she is; the identity stays provisional',
  },
  consents: { fr: 'Elle donne ses accords, un par un', en: 'She agrees, one question at a time' },
  reason: { fr: 'Elle dit pourquoi elle vient', en: 'She says why she comes' },
  oximetry: {
    fr: 'SpO₂ : le pouls se dessine pendant la mesure',
    en: 'SpO₂: the pulse is drawn as it comes',
  },
  'blood-pressure': {
    fr: 'Tension : un repos, puis trois lectures au brassard',
    en: 'Blood pressure: a rest, then three readings with the cuff',
  },
  'body-weight': { fr: 'Poids : elle monte sur la balance', en: 'Weight: she steps on the scale' },
  waiting: { fr: 'Elle attend, sa place est gardée', en: 'She waits, her place is kept' },
  'sign-in': { fr: 'Le médecin se connecte, loin de là', en: 'Far away, the physician signs in' },
  queue: { fr: 'Il voit la file : un lieu, aucun nom', en: 'He sees the queue: a place, no name' },
  'pre-brief': {
    fr: 'Il prend la demande et lit le dossier, avant toute image',
    en: 'He takes the request and reads the record, before any picture',
  },
  'physician-card': {
    fr: 'Elle lit qui est le médecin, et accepte',
    en: 'She reads who the physician is, and accepts',
  },
  call: { fr: 'Ils se voient', en: 'They see each other' },
  'measure-again': {
    fr: 'Il redemande la SpO₂ : tâche pour l’infirmière, guide pour la personne, courbe chez lui',
    en: 'He asks for SpO₂ again: a task for the nurse, a guide for the person, the curve on his page',
  },
  notes: { fr: 'Il écrit ses notes', en: 'He writes his notes' },
  closing: { fr: 'Il clôt la consultation', en: 'He closes the consultation' },
  goodbye: {
    fr: 'Elle lit son conseil, puis touche « Terminer et effacer »',
    en: 'She reads his advice, then touches “Finish and erase”',
  },
  bundle: { fr: 'Le dossier FHIR est écrit', en: 'The FHIR record is written' },
  wipe: {
    fr: 'Plus rien d’elle, ni à l’écran ni sur le disque',
    en: 'Nothing of her is left, on screen or on disk',
  },
} as const;
export type StepName = keyof typeof STEPS;

const OTHERS = {
  title: {
    fr: 'Une visite entière, jouée toute seule ; repos et attentes passent {rate} fois plus vite.',
    en: 'A whole visit that plays itself; rests and gaps go by {rate} times faster.',
  },
  frames: {
    fr: '{there} images chez le médecin, {here} chez la personne',
    en: '{there} frames at the physician’s, {here} at the person’s',
  },
  observations: {
    fr: '{observations} observations, toutes marquées « simulation »',
    en: '{observations} observations, all marked as simulated',
  },
  done: {
    fr: 'Visite finie en {seconds} s. {shots} captures, bundle.json et summary.json dans {folder}',
    en: 'The visit took {seconds} s. {shots} screenshots, bundle.json and summary.json in {folder}',
  },
  failed: {
    fr: 'L’étape « {step} » a échoué : {error}',
    en: 'Step “{step}” failed: {error}',
  },
  interrupted: { fr: 'interrompue', en: 'interrupted' },
} as const;
type Values = Readonly<Record<string, string | number>>;

/** The demo's sentences in one language. */
export const messagesIn = (language: StaffLanguage) => ({
  step: (name: StepName): string => STEPS[name][language],
  say: (key: keyof typeof OTHERS, values: Values = {}): string =>
    OTHERS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  seconds: (milliseconds: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      milliseconds / 1000,
    ),
});
export type Messages = ReturnType<typeof messagesIn>;
