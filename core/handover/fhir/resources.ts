import type {
  Address,
  Annotation,
  Attachment,
  CodeableConcept,
  Coding,
  Extension,
  FhirQuantity,
  HumanName,
  Identifier,
  Meta,
  Period,
  Reference,
} from './datatypes.ts';

/** The part of the FHIR R4 resources that the handover writes (hl7.org/fhir/R4). */
interface Base<Type extends string> {
  readonly resourceType: Type;
  readonly meta?: Meta;
  readonly extension?: readonly Extension[];
}

export interface Patient extends Base<'Patient'> {
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly gender: 'female' | 'male' | 'unknown';
  readonly birthDate: string;
}

export interface Practitioner extends Base<'Practitioner'> {
  readonly identifier?: readonly Identifier[];
  readonly name?: readonly HumanName[];
}

export interface PractitionerRole extends Base<'PractitionerRole'> {
  readonly practitioner: Reference;
  readonly organization?: Reference;
  readonly code: readonly CodeableConcept[];
  readonly specialty?: readonly CodeableConcept[];
  readonly location?: readonly Reference[];
}

export interface Organization extends Base<'Organization'> {
  readonly identifier: readonly Identifier[];
  readonly type: readonly CodeableConcept[];
  readonly name: string;
  readonly address?: readonly Address[];
}

export interface Location extends Base<'Location'> {
  readonly identifier: readonly Identifier[];
  readonly status: 'active';
  readonly name: string;
  readonly mode: 'instance';
  readonly address?: Address;
  readonly managingOrganization: Reference;
}

export interface Encounter extends Base<'Encounter'> {
  readonly identifier: readonly Identifier[];
  readonly status: 'finished';
  readonly class: Coding;
  readonly subject: Reference;
  readonly participant: readonly {
    readonly type: readonly CodeableConcept[];
    readonly period?: Period;
    readonly individual: Reference;
  }[];
  readonly period: Period;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly location: readonly { readonly location: Reference }[];
  readonly serviceProvider: Reference;
}

export interface Device extends Base<'Device'> {
  readonly identifier: readonly Identifier[];
  readonly status: 'active';
  readonly manufacturer?: string;
  readonly serialNumber?: string;
  readonly modelNumber?: string;
  readonly deviceName?: readonly {
    readonly name: string;
    readonly type: 'model-name' | 'user-friendly-name';
  }[];
  readonly type: CodeableConcept;
  readonly specialization?: readonly { readonly systemType: CodeableConcept }[];
  readonly version?: readonly { readonly type: CodeableConcept; readonly value: string }[];
  readonly owner?: Reference;
  readonly location?: Reference;
  readonly note?: readonly Annotation[];
}

export interface ObservationComponent {
  readonly code: CodeableConcept;
  readonly valueQuantity?: FhirQuantity;
  readonly dataAbsentReason?: CodeableConcept;
}

export interface Observation extends Base<'Observation'> {
  readonly identifier: readonly Identifier[];
  readonly status: 'final' | 'cancelled';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly issued?: string;
  readonly performer?: readonly Reference[];
  readonly valueQuantity?: FhirQuantity;
  readonly dataAbsentReason?: CodeableConcept;
  readonly note?: readonly Annotation[];
  readonly bodySite?: CodeableConcept;
  readonly method?: CodeableConcept;
  readonly device?: Reference;
  readonly derivedFrom?: readonly Reference[];
  readonly component?: readonly ObservationComponent[];
}

export interface Provenance extends Base<'Provenance'> {
  readonly target: readonly Reference[];
  readonly occurredDateTime: string;
  readonly recorded: string;
  readonly agent: readonly { readonly type: CodeableConcept; readonly who: Reference }[];
  readonly entity?: readonly { readonly role: 'source' | 'derivation'; readonly what: Reference }[];
}

export interface Consent extends Base<'Consent'> {
  readonly status: 'active' | 'rejected';
  readonly scope: CodeableConcept;
  readonly category: readonly CodeableConcept[];
  readonly patient: Reference;
  readonly dateTime?: string;
  readonly performer: readonly Reference[];
  readonly organization: readonly Reference[];
  readonly policyRule: CodeableConcept;
  readonly provision: { readonly type: 'permit' | 'deny' };
}

export interface QuestionnaireAnswer {
  readonly valueCoding?: Coding;
  readonly valueDateTime?: string;
  readonly valueInteger?: number;
  readonly valueQuantity?: FhirQuantity;
  readonly valueString?: string;
}

export interface QuestionnaireItem {
  readonly linkId: string;
  readonly text: string;
  readonly answer?: readonly QuestionnaireAnswer[];
  readonly item?: readonly QuestionnaireItem[];
}

export interface QuestionnaireResponse extends Base<'QuestionnaireResponse'> {
  readonly identifier: Identifier;
  readonly status: 'completed';
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly authored: string;
  readonly author: Reference;
  readonly source?: Reference;
  readonly item: readonly QuestionnaireItem[];
}

export interface Task extends Base<'Task'> {
  readonly identifier: readonly Identifier[];
  readonly status: 'completed' | 'rejected' | 'cancelled';
  readonly statusReason?: CodeableConcept;
  readonly intent: 'order';
  readonly code: CodeableConcept;
  readonly for: Reference;
  readonly encounter: Reference;
  readonly authoredOn: string;
  readonly requester?: Reference;
  readonly owner: Reference;
  readonly note?: readonly Annotation[];
  readonly input?: readonly {
    readonly type: CodeableConcept;
    readonly valueCodeableConcept: CodeableConcept;
  }[];
  readonly output?: readonly { readonly type: CodeableConcept; readonly valueReference: Reference }[];
}

export interface DocumentReference extends Base<'DocumentReference'> {
  readonly masterIdentifier: Identifier;
  readonly status: 'current';
  readonly docStatus: 'preliminary';
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly date: string;
  readonly author?: readonly Reference[];
  readonly custodian: Reference;
  readonly content: readonly { readonly attachment: Attachment }[];
  readonly context: { readonly encounter: readonly Reference[]; readonly period: Period };
}

export type Resource =
  | Patient
  | Practitioner
  | PractitionerRole
  | Organization
  | Location
  | Encounter
  | Device
  | Observation
  | Provenance
  | Consent
  | QuestionnaireResponse
  | Task
  | DocumentReference;

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: Resource;
  readonly request: {
    readonly method: 'POST';
    readonly url: Resource['resourceType'];
    readonly ifNoneExist?: string;
  };
}

export interface TransactionBundle {
  readonly resourceType: 'Bundle';
  readonly meta?: Meta;
  readonly identifier: Identifier;
  readonly type: 'transaction';
  readonly timestamp: string;
  readonly entry: readonly BundleEntry[];
}
