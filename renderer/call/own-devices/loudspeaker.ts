import { createStore } from 'zustand/vanilla';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Stop } from '../call-snapshot.ts';
import type { DeviceWatch } from '../local-media.ts';
import type { SoundSink } from '../video-outlets.ts';
import { choiceOf, chosenOf, type ListedDevice, type OwnChoice, systemOutputDevice } from './own-device.ts';

/** The cabin's sound output, watched. That it is muted or turned down, no system tells a page: only a tone that is listened for can. */
export interface Loudspeaker {
  /** Why nobody in the cabin can hear anything; undefined while there is an output, or nothing is known yet. */
  failure(): Failure | undefined;
  /** Told after each change of `failure()`. */
  onChange(listener: () => void): Stop;
  /** Where the physician is heard. */
  readonly sink: SoundSink;
  close(): void;
}

interface LoudspeakerOptions {
  readonly media: Pick<MediaDevices, 'enumerateDevices'>;
  readonly devices: Pick<DeviceWatch, 'onDevicesChanged'>;
}

/** The empty sink: where the system plays everything. */
const SYSTEM = '';

/**
 * Follows the output that the system plays by. One that is unplugged and comes back is played by again, by what is written on it, also where
 * the system stays with what it took instead.
 */
export const watchLoudspeaker = ({ media, devices }: LoudspeakerOptions): Loudspeaker => {
  const sink = createStore<string>(() => SYSTEM);
  const listeners = new Set<() => void>();
  let fault: Failure | undefined;
  let wasThere = false;
  /** The output in use, also while it is away. */
  let kept: OwnChoice | undefined;
  let isAway = false;
  let isTakenBack = false;
  let systemBefore: string | undefined;

  const follow = (listed: readonly ListedDevice[]): void => {
    const system = systemOutputDevice(listed);
    const found = kept && chosenOf('output', { output: kept }, listed);
    if (kept !== undefined && found === undefined) isAway = true;
    else {
      if (isAway) isTakenBack = true;
      else if (system !== undefined && system.deviceId !== systemBefore) {
        // Somebody chose another one in the system, or plugged in what it prefers.
        kept = choiceOf(system);
        isTakenBack = false;
      }
      isAway = false;
    }
    systemBefore = system?.deviceId;
    sink.setState(isTakenBack && found !== undefined ? found.deviceId : SYSTEM, true);
  };
  const list = async (): Promise<void> => {
    const listed = await media.enumerateDevices().catch(() => undefined);
    if (listed === undefined) return;
    follow(listed);
    const isThere = listed.some(({ kind }) => kind === 'audiooutput');
    const before = fault?.code;
    const absent = failure(wasThere ? 'LOUDSPEAKER_UNPLUGGED' : 'LOUDSPEAKER_MISSING');
    fault = isThere ? undefined : absent;
    // What was missing from the start stays so, until it is there.
    wasThere ||= isThere;
    if (fault?.code !== before) for (const listener of listeners) listener();
  };
  const stop = devices.onDevicesChanged(() => void list());
  void list();

  return {
    failure: () => fault,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sink,
    close: stop,
  };
};
