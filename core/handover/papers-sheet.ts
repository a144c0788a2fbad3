import type { PaperState } from '../visit/papers/papers.ts';
import type { QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import type { PaperRecord } from './record.ts';
import { PAPER_KIND_WORDS, PAPER_OUTCOME_WORDS, PAPER_STATE_WORDS, REPRINT_WORDS } from './wording.ts';

const coding = (code: string, display: string) => ({
  valueCoding: { system: CABINE_WORDS, code, display },
});
const answered = (linkId: string, text: string, valueString: string): QuestionnaireItem => ({
  linkId,
  text,
  answer: [{ valueString }],
});
/** What became of it; who said so stands with what was settled by a person. */
const outcome = (state: PaperState) =>
  state.state === 'settled'
    ? coding(state.outcome, PAPER_OUTCOME_WORDS[state.outcome])
    : coding(state.state, PAPER_STATE_WORDS[state.state]);

/** A document of the physician's own software that was to be printed in the cabin, without its content: the hash names it. */
export const paperItem = ({
  kind,
  pages,
  sha256,
  sentAt,
  state,
  reprint,
}: PaperRecord): QuestionnaireItem => {
  const settledBy = state.state === 'settled' ? fhirText(state.by) : undefined;
  return {
    linkId: 'paper',
    text: 'Document à imprimer dans la cabine',
    item: [
      { linkId: 'paper.kind', text: 'Nature', answer: [coding(kind, PAPER_KIND_WORDS[kind])] },
      { linkId: 'paper.sent', text: 'Envoyé', answer: [{ valueDateTime: fhirInstant(sentAt) }] },
      answered('paper.pages', 'Pages', String(pages)),
      answered('paper.sha256', 'Empreinte SHA-256', sha256),
      { linkId: 'paper.outcome', text: 'Devenir', answer: [outcome(state)] },
      ...(state.state === 'printed' || state.state === 'settled'
        ? [{ linkId: 'paper.at', text: 'Heure', answer: [{ valueDateTime: fhirInstant(state.at) }] }]
        : []),
      ...(settledBy === undefined ? [] : [answered('paper.by', 'Dit par', settledBy)]),
      ...(reprint === undefined
        ? []
        : [
            {
              linkId: 'paper.reprint',
              text: 'Imprimé une seconde fois',
              answer: [coding(reprint.reason, REPRINT_WORDS[reprint.reason])],
            },
          ]),
    ],
  };
};
