import { assertNever } from '../result.ts';
import type { Laterality } from '../visit/examination/laterality.ts';
import type { PairedPlace, SinglePlace, SkinPlace } from '../visit/examination/skin-places.ts';
import type { CameraTarget } from '../visit/examination/targets.ts';
import type { CodeableConcept } from './fhir/datatypes.ts';
import { SNOMED } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import { PAIRED_PLACE_WORDS, SINGLE_PLACE_WORDS } from './wording.ts';

interface Sited {
  readonly words: string;
  /** SNOMED CT; absent where no published list names the place without doubt. */
  readonly code?: string;
}

/**
 * SNOMED CT concepts of ears and places of the skin. Those with a side, the back and the buttock are those of the national value set
 * JDV_HumanSubstanceAdministrationSite_CISIS (ANS, OID 1.2.250.1.213.1.1.5.686); the others those of DICOM PS3.16, Annex L. Chest and abdomen
 * bear no code: lists disagree on which concept is the outside of the body. `leg` is the lower leg as such, its side is in the words.
 */
const EAR_CODES: Record<Laterality, string> = { left: '89644007', right: '25577004' };
/** Ear structure (JDV_J151, ANS). */
const EITHER_EAR = '117590005';
const PHARYNX = '54066008';
const SINGLE_CODES: Partial<Record<SinglePlace, string>> = {
  face: '89545001',
  scalp: '41695006',
  neck: '45048000',
  back: '77568009',
  buttocks: '46862004',
};
const PAIRED_CODES: Record<PairedPlace, Record<Laterality, string>> = {
  arm: { left: '368208006', right: '368209003' },
  forearm: { left: '66480008', right: '64262003' },
  hand: { left: '85151006', right: '78791008' },
  thigh: { left: '61396006', right: '11207009' },
  leg: { left: '30021000', right: '30021000' },
  foot: { left: '22335008', right: '7769000' },
};

const withCode = (words: string, code: string | undefined): Sited =>
  code === undefined ? { words } : { words, code };

const skinSite = (place: SkinPlace): Sited => {
  switch (place.place) {
    case 'elsewhere':
      return { words: fhirText(place.words) ?? 'endroit non précisé' };
    case 'arm':
    case 'forearm':
    case 'hand':
    case 'thigh':
    case 'leg':
    case 'foot':
      return {
        words: PAIRED_PLACE_WORDS[place.place][place.laterality],
        code: PAIRED_CODES[place.place][place.laterality],
      };
    default:
      return withCode(SINGLE_PLACE_WORDS[place.place], SINGLE_CODES[place.place]);
  }
};

const siteOf = (target: CameraTarget): Sited => {
  switch (target.site) {
    case 'ear':
      return target.laterality === undefined
        ? { words: 'oreille', code: EITHER_EAR }
        : {
            words: target.laterality === 'left' ? 'oreille gauche' : 'oreille droite',
            code: EAR_CODES[target.laterality],
          };
    case 'throat':
      return { words: 'gorge', code: PHARYNX };
    case 'skin': {
      const { words, code } = skinSite(target.place);
      return withCode(`peau, ${words}`, code);
    }
    default:
      return assertNever(target);
  }
};

/** Where on the body a camera looked, in French words. */
export const bodySiteWords = (target: CameraTarget): string => siteOf(target).words;

/** The same as a concept: the words, and a code of SNOMED CT where one is sure. */
export const bodySiteConcept = (target: CameraTarget): CodeableConcept => {
  const { words, code } = siteOf(target);
  return { ...(code === undefined ? {} : { coding: [{ system: SNOMED, code }] }), text: words };
};
