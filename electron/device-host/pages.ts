import type { LiveMessage } from '#core/contract/live.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { every } from '#devices/kit/clock.ts';
import type { PagePort } from './ports.ts';

/** A receiver that hears no beat for longer than a few of these knows that the line is dead, not the patient. */
const BEAT_MS: Milliseconds = 1_000;

/** The windows that draw live values. */
export interface Pages {
  /** A window connected; a second connection of the same window replaces the first. */
  connect(page: string, port: PagePort): void;
  post(message: LiveMessage): void;
  close(): void;
}

/** No windows yet; each one that connects hears a beat every second. */
export const createPages = (clock: Clock): Pages => {
  const ports = new Map<string, PagePort>();
  const post = (message: LiveMessage): void => {
    for (const port of ports.values()) port.post(message);
  };
  const stopBeat = every(clock, BEAT_MS, () => post({ type: 'beat', sentAtMs: clock.monotonic() }));
  return {
    post,
    connect: (page, port) => {
      ports.get(page)?.close();
      ports.set(page, port);
      port.onClose(() => {
        if (ports.get(page) === port) ports.delete(page);
      });
      port.post({ type: 'beat', sentAtMs: clock.monotonic() });
    },
    close: () => {
      stopBeat();
      for (const port of ports.values()) port.close();
      ports.clear();
    },
  };
};
