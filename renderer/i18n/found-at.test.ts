import { describe, expect, it } from 'vitest';
import { callFaultSchema } from '#core/contract/media-faults.ts';
import { otherEnd as english } from './en/other-end.ts';
import { foundAt } from './found-at.ts';
import { errors } from './fr/errors.ts';
import { otherEnd as french } from './fr/other-end.ts';

const FAULTS = callFaultSchema.options;

describe('what was found at an end of a call', () => {
  it('is told with the words for the reader, who may be at the other end', () => {
    expect(foundAt('CAMERA_BLACK', 'cabin', 'assistant')).toBe('errors:CAMERA_BLACK.assistant');
    expect(foundAt('CAMERA_BLACK', 'cabin', 'physician')).toBe('other-end:CAMERA_BLACK.physician');
    expect(foundAt('CAMERA_BLACK', 'physician', 'physician')).toBe('errors:CAMERA_BLACK.physician');
    expect(foundAt('CAMERA_BLACK', 'physician', 'patient')).toBe('other-end:CAMERA_BLACK.patient');
    // What is no matter of an end has one wording.
    expect(foundAt('CALL_LOST', 'cabin', 'physician')).toBe('errors:CALL_LOST.physician');
  });

  it('names the device’s place in both languages, and never calls the cabin’s the physician’s own', () => {
    const devices = FAULTS.filter((code) => code !== 'SOUND_LOST' && code !== 'PICTURE_FROZEN');
    for (const code of devices) {
      expect(french[code].physician).toMatch(/cabine/);
      expect(french[code].physician).not.toMatch(/\bv(?:otre|os)\b/i);
      expect(english[code].physician).toMatch(/cabin/);
      expect(english[code].physician).not.toMatch(/\byour?\b/i);
      expect(french[code].assistant).toMatch(/médecin/);
      expect(english[code].assistant).toMatch(/physician/);
      expect(french[code].patient).toMatch(/médecin/);
    }
    expect(devices.map((code) => errors[code].physician).join(' ')).not.toMatch(/cabine/);
  });

  it('has no letters, codes or machinery in what the patient reads', () => {
    for (const code of FAULTS)
      for (const words of [french[code].patient, english[code].patient])
        expect(words).not.toMatch(/\(M\)|[A-Z]{2}|navigateur|browser/);
  });
});
