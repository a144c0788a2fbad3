import type { Reading } from '#core/vitals/reading.ts';
import { pause } from '#test/harness/pause.ts';
import type { ReadingFigures } from './figures.ts';
import { ACKNOWLEDGED, type JoinedCall } from './join.ts';

const EVERY_MS = 2_000;
/** What is not there by then is taken for lost. */
const ARRIVED_WITHIN_MS = 30_000;
const LOOK_MS = 200;

const reading = (number: number): Reading => ({
  id: `reading-${number}`,
  captureId: `capture-${number}`,
  measure: 'oximetry',
  values: {
    spo2: { value: 95 + (number % 4), unit: '%' },
    'pulse-rate': { value: 60 + (number % 30), unit: '/min' },
  },
  flags: [],
  origin: 'simulator',
  deviceId: 'oximeter',
  attempt: 1,
  conditions: {},
  takenAt: new Date().toISOString(),
});

/** Takes a reading in the cabin every two seconds for as long as it is on. */
export const takeReadings = (call: JoinedCall) => {
  const readings: Reading[] = [];
  const givenAt = new Map<string, number>();
  const take = async (): Promise<void> => {
    const next = reading(readings.length + 1);
    readings.push(next);
    givenAt.set(next.id, Date.now());
    await call.rig.show({ ...ACKNOWLEDGED, readings: [...readings] });
  };
  const timer = setInterval(() => void take(), EVERY_MS);
  return {
    /** Stops, and waits for those on their way. */
    end: async (): Promise<ReadingFigures> => {
      clearInterval(timer);
      const deadline = Date.now() + ARRIVED_WITHIN_MS;
      const look = () =>
        call.physician.evaluate(() => ({
          arrived: window.physician?.arrivals.readings ?? {},
          shownTwice: window.physician?.arrivals.shownTwice() ?? false,
        }));
      let seen = await look();
      while (Object.keys(seen.arrived).length < readings.length && Date.now() < deadline) {
        await pause(LOOK_MS);
        seen = await look();
      }
      const times = Object.entries(seen.arrived).map(([id, at]) => at - (givenAt.get(id) ?? at));
      return {
        sent: readings.length,
        delivered: times.length,
        slowestMs: Math.max(0, ...times),
        shownTwice: seen.shownTwice,
      };
    },
  };
};
