/**
 * Version of what cabin and physician say to each other (signalling and consultation channel). Raised with every change that an older
 * page would misread; a page with another version is told to reload instead of guessing.
 */
export const PROTOCOL_VERSION = 16;
