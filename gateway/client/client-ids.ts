/** The MQTT client id of a cabin, and the subject of its token. */
export const cabinClientId = (siteId: string, cabinId: string): string => `cabin.${siteId}.${cabinId}`;

/** The subject of a physician's token. */
export const physicianSubject = (physicianId: string): string => `physician.${physicianId}`;

/** The MQTT client id of one page of a physician: each page has its own, so that two do not throw each other out for ever. */
export const physicianClientId = (physicianId: string, page: string): string =>
  `${physicianSubject(physicianId)}.${page}`;
