import type { Clock } from '#core/time.ts';
import type { CallMedia, Stop } from '../call-snapshot.ts';
import { SETTLE_MS } from '../local-media.ts';
import type { MediaKind } from '../media.ts';
import type { DeviceChoices, DeviceChoicesState } from './device-choices.ts';
import { chosenOf } from './own-device.ts';

const SOURCES = [
  ['camera', 'video'],
  ['microphone', 'audio'],
] as const;

interface Options {
  readonly choices: Pick<DeviceChoices, 'store'>;
  readonly call: Pick<CallMedia, 'changeDevice'>;
  readonly clock: Pick<Clock, 'after'>;
}

/** Puts what is chosen, or chosen and back again, into use at once where it is on. */
export const followChoices = ({ choices, call, clock }: Options): Stop => {
  const change = (kind: MediaKind): void => void call.changeDevice(kind);
  return choices.store.subscribe((now, before) => {
    const idIn = (what: 'camera' | 'microphone', { choices, listed }: DeviceChoicesState) =>
      chosenOf(what, choices, listed)?.deviceId;
    for (const [what, kind] of SOURCES) {
      if (now.choices[what] !== before.choices[what]) change(kind);
      else if (idIn(what, now) !== undefined && idIn(what, before) === undefined && before.listed.length > 0)
        // A device that was just plugged in is told of before it can be opened.
        clock.after(SETTLE_MS, () => change(kind));
    }
  });
};
