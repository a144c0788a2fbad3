import type { Instant } from '../../time.ts';

/** What the pattern of the R4 `instant` and `dateTime` accepts: offsets up to 14:00. */
const FHIR_OFFSET = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** An instant as FHIR R4 writes it. It keeps its offset, unless no time zone has such an offset: then UTC. */
export const fhirInstant = (instant: Instant): string =>
  FHIR_OFFSET.test(instant) ? instant : new Date(instant).toISOString();

/**
 * Text that every FHIR R4 validator accepts: the pattern of `string` and `markdown` allows no white space but space, tab and line ends,
 * and the specification no control character. A no-break space becomes a space; what cannot be kept becomes U+FFFD, so that it shows.
 * Undefined when nothing is left to say.
 */
export const fhirText = (text: string): string | undefined => {
  const clean = text
    .replaceAll(/[^\S \r\n\t]/gu, ' ')
    .replaceAll(/(?![\r\n\t])[\p{Cc}\p{Cs}]/gu, '\uFFFD')
    .trim();
  return clean === '' ? undefined : clean;
};
