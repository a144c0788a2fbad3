import type { ErrorCode } from '../../contract/error-codes.ts';
import type { InstrumentRole } from '../../instruments/bindings.ts';
import { LANGUAGES } from '../../visit/words.ts';
import type { Finding, OpeningCheckName } from './findings.ts';
import type { MediaReport } from './media-report.ts';

/**
 * A place from which a voice at arm's length is no longer 15 dB above what surrounds it: without gain control a microphone yields ordinary
 * speech at 50 cm near -30 dB.
 */
const NOISY_DB = -45;
/** Of the tones; one may fall into a hole of the room. */
const TONES_TO_HEAR = 2;

const fault = (check: OpeningCheckName, code: ErrorCode): Finding => ({
  check,
  outcome: 'failed',
  note: 'fault',
  code,
});

const judgeMicrophone = ({ microphone, quietDb }: MediaReport): Finding => {
  if (microphone !== undefined) return fault('microphone', microphone);
  if (quietDb === undefined) return { check: 'microphone', outcome: 'not-tried', note: 'no-answer' };
  const figure = Math.round(quietDb);
  return quietDb < NOISY_DB
    ? { check: 'microphone', outcome: 'good', note: 'quiet', figure }
    : { check: 'microphone', outcome: 'attention', note: 'noisy', figure };
};

const judgeLoudspeaker = ({ loudspeaker, tonesHeard }: MediaReport): Finding => {
  if (loudspeaker !== undefined) return fault('loudspeaker', loudspeaker);
  if (tonesHeard === undefined) return { check: 'loudspeaker', outcome: 'not-tried', note: 'no-answer' };
  // Turned down, muted by its own switch, or out of the microphone's hearing: no page can tell which.
  return tonesHeard >= TONES_TO_HEAR
    ? { check: 'loudspeaker', outcome: 'good', note: 'heard' }
    : { check: 'loudspeaker', outcome: 'attention', note: 'not-heard' };
};

/** Spoken guidance is silent, with text, where the system has no voice. */
const judgeVoice = ({ voices }: MediaReport): Finding => {
  const without = LANGUAGES.filter((language) => !voices.includes(language));
  if (without.length === 0) return { check: 'voice', outcome: 'good', note: 'speaks', names: [...voices] };
  return voices.length === 0
    ? { check: 'voice', outcome: 'attention', note: 'mute' }
    : { check: 'voice', outcome: 'attention', note: 'partly', names: without };
};

const judgeInstruments = (
  { missingRoles }: MediaReport,
  configured: readonly InstrumentRole[],
  played: boolean,
): Finding => {
  const check = 'instruments';
  if (played) return { check, outcome: 'good', note: 'played' };
  if (configured.length === 0) return { check, outcome: 'attention', note: 'no-instrument' };
  return missingRoles.length === 0
    ? { check, outcome: 'good', note: 'all-there', figure: configured.length }
    : { check, outcome: 'attention', note: 'instruments-away', names: [...missingRoles] };
};

/** What the patient's page has found; `played`: the instruments of the call are simulated. */
export const judgeMedia = (
  report: MediaReport,
  { configured, played }: { readonly configured: readonly InstrumentRole[]; readonly played: boolean },
): readonly Finding[] => [
  judgeInstruments(report, configured, played),
  report.camera === undefined
    ? { check: 'camera', outcome: 'good', note: 'picture' }
    : fault('camera', report.camera),
  judgeMicrophone(report),
  judgeLoudspeaker(report),
  judgeVoice(report),
];

/** The same when it was not found out, and why. */
export const unknownMedia = (note: 'interrupted' | 'no-answer'): readonly Finding[] =>
  (['instruments', 'camera', 'microphone', 'loudspeaker', 'voice'] as const).map((check) => ({
    check,
    outcome: 'not-tried',
    note,
  }));
