import { describe, expect, it } from 'vitest';
import { LATERALITIES } from '../visit/examination/laterality.ts';
import { PAIRED_PLACES, SINGLE_PLACES, type SkinPlace } from '../visit/examination/skin-places.ts';
import { bodySiteConcept } from './body-sites.ts';

const skin = (place: SkinPlace) => bodySiteConcept({ instrument: 'exam-camera', site: 'skin', place });
const codeOf = (place: SkinPlace): string | undefined => skin(place).coding?.[0]?.code;

describe('the body site of a picture in the record', () => {
  it('is in words for every place, no two alike', () => {
    const places: SkinPlace[] = [
      ...SINGLE_PLACES.map((place) => ({ place })),
      ...PAIRED_PLACES.flatMap((place) => LATERALITIES.map((laterality) => ({ place, laterality }))),
    ];
    const words = places.map((place) => skin(place).text);
    expect(new Set(words).size).toBe(places.length);
    for (const each of words) expect(each).toMatch(/^peau, \p{L}/u);
  });

  it('bears the concept of the national value set where that names the place and its side', () => {
    expect(skin({ place: 'forearm', laterality: 'left' })).toEqual({
      coding: [{ system: 'http://snomed.info/sct', code: '66480008' }],
      text: 'peau, avant-bras gauche',
    });
    expect(codeOf({ place: 'forearm', laterality: 'right' })).toBe('64262003');
    expect(bodySiteConcept({ instrument: 'exam-camera', site: 'ear', laterality: 'left' })).toEqual({
      coding: [{ system: 'http://snomed.info/sct', code: '89644007' }],
      text: 'oreille gauche',
    });
  });

  it('bears none that is not sure, nor for a place in somebody’s own words, of which no white space is lost on FHIR', () => {
    expect(codeOf({ place: 'chest' })).toBeUndefined();
    expect(skin({ place: 'elsewhere', words: 'pli de l’aine\u00a0droite' })).toEqual({
      text: 'peau, pli de l’aine droite',
    });
  });
});
