/** The part of the FHIR R4 datatypes that the handover uses (hl7.org/fhir/R4/datatypes.html). */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Reference {
  readonly reference?: string;
  readonly identifier?: Identifier;
  readonly display?: string;
}

export interface Identifier {
  readonly use?: 'official' | 'temp' | 'usual';
  readonly type?: CodeableConcept;
  readonly system: string;
  readonly value: string;
}

export interface Period {
  readonly start?: string;
  readonly end?: string;
}

export interface FhirQuantity {
  readonly value: number;
  readonly unit: string;
  readonly system: string;
  readonly code: string;
}

export interface Annotation {
  readonly text: string;
}

export interface Address {
  readonly use?: 'work';
  readonly text: string;
  readonly line: readonly string[];
}

export interface HumanName {
  readonly use?: 'official';
  readonly text?: string;
  readonly family?: string;
  readonly given?: readonly string[];
}

export interface Attachment {
  readonly contentType: string;
  readonly language?: string;
  /** Base64. */
  readonly data: string;
  readonly size: number;
  /** SHA-1 of the content, base64. */
  readonly hash: string;
  readonly title: string;
  readonly creation?: string;
}

export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueCoding?: Coding;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueReference?: Reference;
}

export interface Meta {
  readonly profile?: readonly string[];
  readonly security?: readonly Coding[];
}
