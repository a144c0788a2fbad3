import type { CallLevel } from '../call/ledger.ts';
import type { CallEnd } from '../contract/media-faults.ts';
import type { Consent } from '../identity/consents.ts';
import type { Guardian, Particulars } from '../identity/particulars.ts';
import type { Equipment } from '../opening/equipment.ts';
import type { Orientation } from '../visit/closing/orientation.ts';
import type { SickLeaveException } from '../visit/closing/sick-leave.ts';
import type { GuestKind } from '../visit/company/company.ts';
import type { EmergencyEnding, EmergencyService } from '../visit/emergency/emergency.ts';
import type { Laterality } from '../visit/examination/laterality.ts';
import type { PairedPlace, SinglePlace } from '../visit/examination/skin-places.ts';
import type { ListeningPoint } from '../visit/examination/targets.ts';
import type { InterruptionCause } from '../visit/interruption/interruption.ts';
import type { PaperKind, PaperOutcome, PaperState, ReprintReason } from '../visit/papers/papers.ts';
import type { PrivacyEnding } from '../visit/privacy/privacy.ts';
import type { Exclusion } from '../visit/relevance/exclusions.ts';
import type {
  Assistant,
  Pathway,
  ReasonPicture,
  RedFlag,
  ReportState,
  Site,
  SkipReason,
} from '../visit/words.ts';
import type { RestBreak } from '../vitals/capture-plan.ts';
import type { Arm, CuffSize, PosturePoint } from '../vitals/cuff.ts';
import type { ReadingFlag } from '../vitals/decoded.ts';
import type { Reading } from '../vitals/reading.ts';
import type { TemperatureSite } from '../vitals/taking.ts';

/**
 * The French words of the record. They are not the words of a screen: a screen speaks to one person in that person's language,
 * a record is read later by professionals in France.
 */
export const RED_FLAG_WORDS: Record<RedFlag, string> = {
  'chest-pain': 'Douleur dans la poitrine',
  'hard-to-breathe': 'Difficulté à respirer',
  'stroke-signs': 'Visage ou bras faible, trouble de la parole',
  'heavy-bleeding': 'Saignement abondant',
  fainted: 'Perte de connaissance',
  'pregnancy-pain': 'Grossesse avec douleur ou saignement',
  'suicidal-thoughts': 'Idées de mort',
};

export const CALL_LEVEL_WORDS: Record<CallLevel, string> = {
  video: 'Image et son',
  stills: 'Son et images fixes',
  audio: 'Son seul',
  picture: 'Image sans son',
  nothing: 'Ni image ni son',
};

export const CALL_END_WORDS: Record<CallEnd, string> = {
  cabin: 'Dans la cabine',
  physician: 'Chez le médecin',
};

export const REASON_WORDS: Record<ReasonPicture, string> = {
  'cough-fever': 'Toux ou fièvre',
  pain: 'Douleur',
  skin: 'Peau',
  digestive: 'Troubles digestifs',
  renewal: 'Renouvellement de traitement',
  other: 'Autre motif',
};

export const SKIP_WORDS: Record<SkipReason, string> = {
  'patient-declines': 'Le patient ne souhaite pas cette mesure.',
  'not-possible': 'Mesure impossible.',
  'instrument-unavailable': 'Instrument indisponible.',
  'not-needed': 'Mesure non nécessaire.',
};

/** Usual names of the points that are listened to; left and right are the patient's. */
export const POINT_WORDS: Record<ListeningPoint, string> = {
  aortic: 'foyer aortique',
  pulmonary: 'foyer pulmonaire',
  tricuspid: 'foyer tricuspide',
  mitral: 'foyer mitral',
  'back-1': 'dos, sommet gauche',
  'back-2': 'dos, sommet droit',
  'back-3': 'dos, milieu gauche',
  'back-4': 'dos, milieu droit',
  'back-5': 'dos, base gauche',
  'back-6': 'dos, base droite',
  'front-1': 'devant, sommet droit',
  'front-2': 'devant, sommet gauche',
};

export const SINGLE_PLACE_WORDS: Record<SinglePlace, string> = {
  face: 'visage',
  scalp: 'cuir chevelu',
  neck: 'cou',
  chest: 'thorax',
  abdomen: 'ventre',
  back: 'dos',
  buttocks: 'fesses',
};

/** Left and right are the patient's. */
export const PAIRED_PLACE_WORDS: Record<PairedPlace, Record<Laterality, string>> = {
  arm: { left: 'bras gauche', right: 'bras droit' },
  forearm: { left: 'avant-bras gauche', right: 'avant-bras droit' },
  hand: { left: 'main gauche', right: 'main droite' },
  thigh: { left: 'cuisse gauche', right: 'cuisse droite' },
  leg: { left: 'jambe gauche', right: 'jambe droite' },
  foot: { left: 'pied gauche', right: 'pied droit' },
};

export const INTERRUPTION_WORDS: Record<InterruptionCause, string> = {
  'physician-gone': 'Liaison avec le médecin coupée',
  line: 'Reportée par le médecin, la ligne ne porte pas l’image',
  released: 'Place rendue par le médecin',
  'consent-withdrawn': 'Accord retiré par le patient',
};

export const PATHWAY_WORDS: Record<Pathway, string> = {
  remote: 'Prise en charge à distance pertinente',
  'in-person': 'Consultation en présence nécessaire',
  emergency: 'Urgence',
};

export const EXCLUSION_WORDS: Record<Exclusion, string> = {
  'presence-needed': 'L’état de la personne demande une présence physique',
  'data-out-of-reach': 'Les données nécessaires ne sont pas accessibles',
  'cannot-take-part': 'La personne ne peut pas communiquer ou utiliser les moyens',
};

export const ORIENTATION_WORDS: Record<Orientation['place'], string> = {
  'treating-doctor': 'Médecin traitant',
  'duty-doctor': 'Médecin de garde',
  specialist: 'Médecin spécialiste',
  'emergency-department': 'Service d’urgences',
  other: 'Autre lieu',
};

export const SICK_LEAVE_WORDS: Record<SickLeaveException, string> = {
  'treating-doctor': 'Le prescripteur est le médecin traitant ou la sage-femme référente',
  'cannot-be-seen': 'Prolongation : le patient justifie ne pas pouvoir être vu en présence',
  none: 'Aucune des deux exceptions, selon le médecin',
};

export const REPORT_WORDS: Record<ReportState, string> = {
  'sent-to-doctor': 'Compte rendu adressé au médecin traitant',
  'given-to-patient': 'Compte rendu remis au patient',
  'refused-by-patient': 'Envoi du compte rendu refusé par le patient',
  'no-doctor': 'Pas de médecin traitant',
};

export const CONSENT_WORDS: Record<Consent, string> = {
  teleconsultation: 'Téléconsultation',
  'assistant-present': 'Présence de l’accompagnant pendant la téléconsultation',
  'report-to-doctor': 'Envoi du compte rendu au médecin traitant',
  'report-to-shared-record': 'Envoi du compte rendu dans Mon espace santé',
};

export const FLAG_WORDS: Record<ReadingFlag, string> = {
  'low-perfusion': 'Indicateur de l’appareil : perfusion faible, SpO2 moins sûre.',
  motion: 'Indicateur de l’appareil : mouvement pendant la mesure.',
  'irregular-pulse': 'Indicateur de l’appareil : pouls irrégulier.',
  stored: 'Valeur relue de la mémoire de l’appareil : elle a été mesurée avant l’heure indiquée.',
  unprotected: 'Trame sans somme de contrôle, vérifiée par sa structure et ses limites.',
  'low-battery': 'Indicateur de l’appareil : pile faible.',
  'clock-off': 'L’horloge de l’appareil est fausse de plus de 15 minutes : son heure n’est pas retenue.',
};

/** With the code of the national nomenclature (TRE_G15) where it is known here: whoever has none is named in words. */
export const PROFESSION_WORDS: Record<
  Assistant['profession'],
  { readonly code?: string; readonly display: string }
> = {
  nurse: { code: '60', display: 'Infirmier' },
  pharmacist: { code: '21', display: 'Pharmacien' },
  'pharmacy-technician': { display: 'Préparateur en pharmacie' },
  'site-agent': { display: 'Personne responsable du lieu, formée à la cabine' },
};
export const PHYSICIAN_PROFESSION = { code: '10', display: 'Médecin' } as const;

export const SITE_WORDS: Record<Site['kind'], string> = {
  pharmacy: 'Pharmacie',
  'town-hall': 'Mairie',
};

export const GUEST_WORDS: Record<GuestKind, string> = {
  interpreter: 'Interprète invité',
  relative: 'Proche invité',
};
export const GIVEN_NAME_WORDS = 'nom donné par la personne, non vérifié';

export const SIMULATED_WORDS = 'Donnée d’essai : appareil simulé.';
export const TEMPERATURE_SITE_WORDS: Record<TemperatureSite, string> = {
  forehead: 'Front',
  ear: 'Oreille',
  mouth: 'Bouche',
  armpit: 'Aisselle',
  rectum: 'Rectum',
};
/** How a value came about that no device of the cabin gave. */
export const manualWords = ({ taking }: Pick<Reading, 'taking'>): string => {
  switch (taking?.how) {
    case 'counted':
      return `Valeur comptée par l’accompagnant : ${taking.count} en ${taking.seconds} s.`;
    case 'told':
      return 'Valeur dite par le patient, notée par l’accompagnant.';
    case 'read-at':
    case undefined:
      return 'Valeur saisie à la main par l’accompagnant, lue sur un autre instrument.';
  }
};
export const MEAN_WORDS = 'Moyenne des deux dernières mesures de la série, calculée par la cabine.';
export const CONSENT_BASIS =
  'Code de la santé publique, article L1111-4 ; HAS, guide de bonnes pratiques de la téléconsultation, 2019';
export const NOTES_WORDS = 'Notes du médecin, non signées : matériau du compte rendu de téléconsultation';
export const ADVICE_WORDS = 'Ce qui a été dit au patient à la fin de la téléconsultation';

export const ROLE_WORDS: Record<'patient' | 'assistant' | 'physician' | 'alert-table', string> = {
  patient: 'Le patient',
  assistant: 'L’accompagnant',
  physician: 'Le médecin',
  'alert-table': 'Valeurs confirmées du tableau publié pour l’adulte (NEWS2, 3 points pour une seule valeur)',
};

export const EMERGENCY_SERVICE_WORDS: Record<EmergencyService, string> = {
  'local-line': 'SAMU du lieu, ligne directe',
  '15': '15, SAMU',
  '112': '112, numéro d’urgence européen',
  '114': '114, urgence par message pour les personnes sourdes',
};

export const EMERGENCY_ENDING_WORDS: Record<EmergencyEnding['ending'], string> = {
  mistake: 'Touché par erreur',
  'false-alarm': 'Fausse alerte, vérifiée avec la personne',
  'handed-over': 'Relais pris',
  other: 'Autre raison',
};

export const PRIVACY_ENDING_WORDS: Record<PrivacyEnding, string> = {
  'let-in': 'L’accompagnant est revenu, avec l’accord du patient ou du médecin',
  declined: 'L’accompagnant n’a pas pu sortir',
  withdrawn: 'Souhait retiré',
  emergency: 'Urgence',
  help: 'Le patient a appelé à l’aide',
  'physician-gone': 'Le médecin n’est plus là',
  closed: 'Fin de la consultation',
};

export const GUARDIAN_WORDS: Record<Guardian['relation'], string> = {
  mother: 'Mère',
  father: 'Père',
  'legal-guardian': 'Tuteur légal',
  other: 'Autre titulaire',
};

export const PREGNANCY_WORDS: Record<NonNullable<Particulars['pregnancy']>, string> = {
  yes: 'Oui',
  no: 'Non',
  unknown: 'Ne sait pas',
};

export const EQUIPMENT_WORDS: Readonly<Record<Equipment, string>> = {
  stethoscope: 'Stéthoscope',
  otoscope: 'Otoscope',
  oximeter: 'Oxymètre de pouls',
  'blood-pressure-monitor': 'Tensiomètre',
};

export const ARM_WORDS: Record<Arm, string> = { left: 'bras gauche', right: 'bras droit' };
export const CUFF_WORDS: Record<CuffSize, string> = {
  'small-adult': 'petit adulte, 22 à 26 cm',
  adult: 'adulte, 27 à 34 cm',
  'large-adult': 'grand adulte, 35 à 44 cm',
  'extra-large': 'très grand, 45 à 52 cm',
};
export const POSTURE_WORDS: Record<PosturePoint, string> = {
  back: 'dos appuyé et pieds à plat',
  arm: 'bras nu à hauteur du cœur',
  cuff: 'brassard à deux doigts du coude',
  quiet: 'silence',
};

export const REST_BREAK_WORDS: Record<RestBreak, string> = {
  moved: 'la personne a bougé',
  talked: 'la personne a parlé',
};

export const PAPER_KIND_WORDS: Record<PaperKind, string> = {
  prescription: 'Ordonnance',
  certificate: 'Certificat',
  'sick-leave': 'Arrêt de travail',
  letter: 'Autre document',
};

export const PAPER_STATE_WORDS: Record<Exclude<PaperState['state'], 'settled'>, string> = {
  'on-the-way': 'En route',
  arrived: 'Arrivé, pas encore imprimé',
  refused: 'Refusé par la cabine',
  'taken-back': 'Repris par le médecin',
  dropped: 'Abandonné, son médecin est parti',
  printing: 'En cours d’impression',
  printed: 'Imprimé',
  failed: 'Pas imprimé',
};

export const PAPER_OUTCOME_WORDS: Record<PaperOutcome, string> = {
  'sent-otherwise': 'Pas imprimé, envoyé autrement par le médecin',
  'not-wanted': 'Pas imprimé, le patient n’en veut pas',
  'patient-left': 'Pas imprimé, le patient est parti',
};

export const REPRINT_WORDS: Record<ReprintReason, string> = {
  unreadable: 'Première feuille illisible',
  'pages-missing': 'Page manquante',
  damaged: 'Feuille abîmée',
};
