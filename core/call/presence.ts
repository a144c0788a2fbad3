import type { PresenceBoard, PresenceReport } from '../contract/presence.ts';
import { type CallParty, PARTIES } from '../contract/side-calls.ts';

export type PresenceReports = Readonly<Partial<Record<CallParty, PresenceReport>>>;

/**
 * The board of all reports. Somebody is heard where sound is sent and arrives: the sender alone knows at once that it is switched off, the
 * receiver alone knows that it is lost on its way.
 */
export const boardOf = (reports: PresenceReports): PresenceBoard =>
  PARTIES.flatMap((by) =>
    PARTIES.flatMap((of) => {
      const sent = reports[of]?.sends[by];
      const got = reports[by]?.receives[of];
      if (by === of || sent === undefined || got === undefined) return [];
      const sound = sent.sound && got.sound;
      const picture = sent.picture && got.picture;
      return sound || picture ? [{ by, of, sound, picture }] : [];
    }),
  );

/** Whom `of` reaches, and how. */
export const reachedBy = (board: PresenceBoard, of: CallParty): PresenceBoard =>
  board.filter((presence) => presence.of === of);
