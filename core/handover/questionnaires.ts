import type { Equipment } from '../opening/equipment.ts';
import type { Interruption } from '../visit/interruption/interruption.ts';
import type { Pathway } from '../visit/words.ts';
import { callItem } from './call-sheet.ts';
import { exclusionItem, orientationItem, sickLeaveItem } from './closing-sheet.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta } from './context.ts';
import { emergencyItem } from './emergency-sheet.ts';
import type { Reference } from './fhir/datatypes.ts';
import type { QuestionnaireAnswer, QuestionnaireItem, QuestionnaireResponse } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import { paperItem } from './papers-sheet.ts';
import { particularsItems } from './particulars-sheet.ts';
import { physicianName } from './practitioners.ts';
import { privateTalkItem } from './privacy-sheet.ts';
import type { RecordedIncident } from './record.ts';
import {
  CALL_END_WORDS,
  EQUIPMENT_WORDS,
  INTERRUPTION_WORDS,
  PATHWAY_WORDS,
  RED_FLAG_WORDS,
  REPORT_WORDS,
} from './wording.ts';

interface Named {
  readonly name: string;
  readonly resource: QuestionnaireResponse;
}

interface Voices {
  readonly author: Reference;
  /** Who answered; absent for a sheet that no person answers. */
  readonly source?: Reference;
}

const sheet = (
  name: string,
  voices: Voices,
  item: readonly QuestionnaireItem[],
  { record, to, now }: HandoverContext,
): Named => ({
  name,
  resource: {
    resourceType: 'QuestionnaireResponse',
    ...testDataMeta(record.simulation),
    identifier: identifierOf(to(name)),
    status: 'completed',
    subject: to(NAMES.patient),
    encounter: to(NAMES.visit),
    authored: now,
    ...voices,
    item,
  },
});

const coded = (code: string, display: string): QuestionnaireAnswer => ({
  valueCoding: { system: CABINE_WORDS, code, display },
});

const redFlagsSheet = (context: HandoverContext): readonly Named[] => {
  const { redFlags } = context.record;
  if (redFlags === undefined) return [];
  const answer =
    redFlags.length === 0
      ? [coded('none', 'Aucun de ces signes')]
      : redFlags.map((flag) => coded(flag, RED_FLAG_WORDS[flag]));
  const text = `Signes d’alerte montrés au patient : ${Object.values(RED_FLAG_WORDS).join(' ; ')}`;
  const patient = context.to(NAMES.patient);
  return [
    sheet(
      'red-flags',
      { author: context.to(NAMES.gateway), source: patient },
      [{ linkId: 'red-flags', text, answer }],
      context,
    ),
  ];
};

const pathwayItem = (pathway: Pathway): QuestionnaireItem => ({
  linkId: 'pathway',
  text: 'Pertinence de la prise en charge à distance (article R6316-2 du code de la santé publique)',
  answer: [coded(pathway, PATHWAY_WORDS[pathway])],
});

/** What a physician decided who left before the end: theirs, not that of the one who closed. */
const earlierSheets = (context: HandoverContext): readonly Named[] =>
  (context.record.earlier ?? []).flatMap(({ pathway, physician }, index) => {
    if (pathway === undefined) return [];
    const voices = {
      author: context.to(NAMES.gateway),
      source: context.to(physicianName(physician, context)),
    };
    return [sheet(`earlier/${index}/decision`, voices, [pathwayItem(pathway)], context)];
  });

const particularsSheet = (context: HandoverContext): readonly Named[] => {
  const items = particularsItems(context.record.particulars ?? {});
  const voices = { author: context.to(NAMES.gateway), source: context.to(NAMES.patient) };
  return items.length === 0 ? [] : [sheet('particulars', voices, items, context)];
};

const emergencySheet = (context: HandoverContext): readonly Named[] => {
  const { emergencies = [] } = context.record;
  const voices = { author: context.to(NAMES.gateway) };
  return emergencies.length === 0
    ? []
    : [sheet('emergencies', voices, emergencies.map(emergencyItem), context)];
};

const privacySheet = (context: HandoverContext): readonly Named[] => {
  const { privateTalks = [] } = context.record;
  const voices = { author: context.to(NAMES.gateway) };
  return privateTalks.length === 0
    ? []
    : [sheet('private-talks', voices, privateTalks.map(privateTalkItem), context)];
};

const closingSheet = (context: HandoverContext): readonly Named[] => {
  const { pathway, report, physician, exclusions = [], orientation, sickLeave } = context.record;
  const item: readonly QuestionnaireItem[] = [
    ...exclusions.map(exclusionItem),
    ...(pathway === undefined ? [] : [pathwayItem(pathway)]),
    ...(orientation === undefined ? [] : [orientationItem(orientation)]),
    ...(sickLeave === undefined ? [] : [sickLeaveItem(sickLeave)]),
    ...(report === undefined
      ? []
      : [
          {
            linkId: 'report',
            text: 'Devenir du compte rendu',
            answer: [coded(report, REPORT_WORDS[report])],
          },
        ]),
  ];
  if (item.length === 0) return [];
  const author = context.to(NAMES.gateway);
  const voices = physician === undefined ? { author } : { author, source: context.to(NAMES.physician) };
  return [sheet('closing', voices, item, context)];
};

const papersSheet = (context: HandoverContext): readonly Named[] => {
  const { papers = [] } = context.record;
  const voices = { author: context.to(NAMES.gateway) };
  return papers.length === 0 ? [] : [sheet('papers', voices, papers.map(paperItem), context)];
};

const incidentItem = ({ code, at, end, text }: RecordedIncident): QuestionnaireItem => {
  const display = text === undefined ? undefined : fhirText(text);
  return {
    linkId: 'incident',
    text: 'Incident technique',
    item: [
      { linkId: 'incident.at', text: 'Heure', answer: [{ valueDateTime: fhirInstant(at) }] },
      {
        linkId: 'incident.code',
        text: 'Code du catalogue de Cabine',
        answer: [
          {
            valueCoding: {
              system: CABINE_WORDS,
              code,
              ...(display === undefined ? {} : { display }),
            },
          },
        ],
      },
      ...(end === undefined
        ? []
        : [{ linkId: 'incident.end', text: 'Constaté', answer: [{ valueString: CALL_END_WORDS[end] }] }]),
    ],
  };
};

const interruptionItem = ({ physician, cause, since }: Interruption): QuestionnaireItem => {
  const name = fhirText(physician.name);
  return {
    linkId: 'interruption',
    text: 'Consultation interrompue',
    item: [
      { linkId: 'interruption.since', text: 'Heure', answer: [{ valueDateTime: fhirInstant(since) }] },
      {
        linkId: 'interruption.cause',
        text: 'Cause',
        answer: [coded(cause, INTERRUPTION_WORDS[cause])],
      },
      ...(name === undefined
        ? []
        : [{ linkId: 'interruption.physician', text: 'Avec', answer: [{ valueString: name }] }]),
    ],
  };
};

/** Incomplete equipment (national convention of pharmacists, 2022, article V.I). */
const missingItem = (equipment: Equipment): QuestionnaireItem => ({
  linkId: 'missing-equipment',
  text: 'Équipement obligatoire absent',
  answer: [coded(equipment, EQUIPMENT_WORDS[equipment])],
});

/**
 * Technical incidents of the act, which the patient's record must hold (article R6316-4, public health code). A sheet of the record:
 * an AuditEvent would go to an operator's log, and a DetectedIssue or AdverseEvent would claim a clinical meaning.
 */
const incidentsSheet = (context: HandoverContext): readonly Named[] => {
  const { incidents, interruptions = [], missingEquipment = [], ledger, incidentRemark } = context.record;
  const remark = incidentRemark === undefined ? undefined : fhirText(incidentRemark);
  const item = [
    ...interruptions.map(interruptionItem),
    ...missingEquipment.map(missingItem),
    ...incidents.map(incidentItem),
    ...(ledger === undefined ? [] : [callItem(ledger)]),
    ...(remark === undefined
      ? []
      : [{ linkId: 'incident-remark', text: 'Remarque du médecin', answer: [{ valueString: remark }] }]),
  ];
  return item.length === 0 ? [] : [sheet('incidents', { author: context.to(NAMES.gateway) }, item, context)];
};

/** The sheets of the visit: what the patient declared on arrival, how the physician closed, what failed technically. */
export const toQuestionnaireResponses = (context: HandoverContext): readonly Named[] => [
  ...redFlagsSheet(context),
  ...particularsSheet(context),
  ...emergencySheet(context),
  ...privacySheet(context),
  ...earlierSheets(context),
  ...closingSheet(context),
  ...papersSheet(context),
  ...incidentsSheet(context),
];
