import type { PhysicianCard } from '../visit/words.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta, visitPeriod } from './context.ts';
import { base64, utf8 } from './fhir/base64.ts';
import type { DocumentReference } from './fhir/resources.ts';
import { LOINC } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import { physicianName } from './practitioners.ts';
import { ADVICE_WORDS, NOTES_WORDS } from './wording.ts';

interface Named {
  readonly name: string;
  readonly resource: DocumentReference;
}

interface Text {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly writtenAt: string;
  readonly author: PhysicianCard | undefined;
}

const document = ({ name, title, text, writtenAt, author }: Text, context: HandoverContext): Named => {
  const { record, to, now, sha1 } = context;
  const content = utf8(text);
  return {
    name,
    resource: {
      resourceType: 'DocumentReference',
      ...testDataMeta(record.simulation),
      masterIdentifier: identifierOf(to(name)),
      status: 'current',
      docStatus: 'preliminary',
      type: { coding: [{ system: LOINC, code: '34109-9', display: 'Note' }], text: title },
      subject: to(NAMES.patient),
      date: now,
      ...(author === undefined ? {} : { author: [to(physicianName(author, context))] }),
      custodian: to(NAMES.organization),
      content: [
        {
          attachment: {
            contentType: 'text/plain; charset=utf-8',
            data: base64(content),
            size: content.length,
            hash: base64(sha1(content)),
            title,
            creation: writtenAt,
          },
        },
      ],
      context: { encounter: [to(NAMES.visit)], period: visitPeriod(record) },
    },
  };
};

const written = (text: string): boolean => text.trim() !== '';

/**
 * The physician's notes and what the patient was told, as plain text, byte for byte, each physician's under their own name. All are preliminary: the report is written
 * and signed by the physician in their own software, this is its material.
 */
export const toDocuments = (context: HandoverContext): readonly Named[] => {
  const { notes, notesSavedAt, advice, endedAt, physician: author, earlier = [] } = context.record;
  return [
    ...earlier.flatMap((part, index) =>
      written(part.notes)
        ? [
            document(
              {
                name: `earlier/${index}/notes`,
                title: NOTES_WORDS,
                text: part.notes,
                writtenAt: fhirInstant(part.notesSavedAt ?? endedAt),
                author: part.physician,
              },
              context,
            ),
          ]
        : [],
    ),
    ...(written(notes)
      ? [
          document(
            {
              name: 'notes',
              title: NOTES_WORDS,
              text: notes,
              writtenAt: fhirInstant(notesSavedAt ?? endedAt),
              author,
            },
            context,
          ),
        ]
      : []),
    ...(written(advice)
      ? [
          document(
            { name: 'advice', title: ADVICE_WORDS, text: advice, writtenAt: fhirInstant(endedAt), author },
            context,
          ),
        ]
      : []),
  ];
};
