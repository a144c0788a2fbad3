/** The MQTT client id of a cabin, and the subject of its token. */
export const cabinClientId = (siteId: string, cabinId: string): string => `cabin.${siteId}.${cabinId}`;

/** The subject of a physician's token. */
export const physicianSubject = (physicianId: string): string => `physician.${physicianId}`;

/** The subject of a guest's token: one guest of one cabin. */
export const guestSubject = (siteId: string, cabinId: string, guestId: string): string =>
  `guest.${siteId}.${cabinId}.${guestId}`;

/** The MQTT client id of one page of a guest. */
export const guestClientId = (siteId: string, cabinId: string, guestId: string, page: string): string =>
  `${guestSubject(siteId, cabinId, guestId)}.${page}`;

/** The MQTT client id of one page of a physician: each page has its own, so that two do not throw each other out for ever. */
export const physicianClientId = (physicianId: string, page: string): string =>
  `${physicianSubject(physicianId)}.${page}`;

/** Takes the client id of a physician's page apart; undefined for any other. */
export const parsePhysicianClientId = (
  clientId: string,
): { readonly physicianId: string; readonly page: string } | undefined => {
  const [, physicianId, page] = /^physician\.([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)$/.exec(clientId) ?? [];
  return physicianId === undefined || page === undefined ? undefined : { physicianId, page };
};
