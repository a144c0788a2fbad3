import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Stop } from '../call-snapshot.ts';
import type { DeviceWatch } from '../local-media.ts';
import type { GetUserMedia } from '../media.ts';
import type { SoundSink } from '../video-outlets.ts';
import {
  choiceOf,
  chosenOf,
  type ListedDevice,
  type OwnChoices,
  type OwnDevice,
  ownChoicesSchema,
} from './own-device.ts';

export interface DeviceChoicesState {
  /** As the browser lists them now. */
  readonly listed: readonly ListedDevice[];
  readonly choices: OwnChoices;
}

/** Which camera, microphone and output a person has chosen, kept over reloads and found again once plugged in again. */
export interface DeviceChoices {
  readonly store: StoreApi<DeviceChoicesState>;
  /** Undefined: as the system has it. */
  choose(what: OwnDevice, device: ListedDevice | undefined): void;
  /** Opens what was chosen; what is not there, or cannot be opened, is replaced by what the system has. */
  readonly getUserMedia: GetUserMedia;
  readonly sink: SoundSink;
  /** Whether the browser lets a page choose where it is heard. */
  readonly choosesOutput: boolean;
  close(): void;
}

interface DeviceChoicesOptions {
  readonly media: Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia'>;
  readonly devices: Pick<DeviceWatch, 'onDevicesChanged'>;
  /** Where choices are kept: `localStorage`. */
  readonly kept: Pick<Storage, 'getItem' | 'setItem'>;
  readonly choosesOutput: boolean;
}

const KEPT_AS = 'cabine.own-devices';

const read = (kept: DeviceChoicesOptions['kept']): OwnChoices => {
  try {
    return ownChoicesSchema.safeParse(JSON.parse(kept.getItem(KEPT_AS) ?? '{}')).data ?? {};
  } catch {
    // Not ours, or a browser that keeps nothing: nothing was chosen.
    return {};
  }
};

const isRefused = (error: unknown): boolean =>
  (error instanceof Error || error instanceof DOMException) && error.name === 'NotAllowedError';

/** As they were chosen before; see `DeviceChoices`. */
export const createDeviceChoices = (options: DeviceChoicesOptions): DeviceChoices => {
  const { media, devices, kept, choosesOutput } = options;
  const store = createStore<DeviceChoicesState>(() => ({ listed: [], choices: read(kept) }));
  const sink = createStore<string>(() => '');
  const chosen = (what: OwnDevice): ListedDevice | undefined => {
    const { choices, listed } = store.getState();
    return chosenOf(what, choices, listed);
  };
  const become = (next: Partial<DeviceChoicesState>): void => {
    store.setState(next);
    if (choosesOutput) sink.setState(chosen('output')?.deviceId ?? '', true);
  };
  const list = async (): Promise<void> => {
    const listed = await media.enumerateDevices().catch(() => undefined);
    if (listed !== undefined) become({ listed });
  };
  const exactly = (
    what: OwnDevice,
    wanted: MediaStreamConstraints['audio'],
  ): MediaStreamConstraints['audio'] => {
    const device = chosen(what);
    if (wanted === undefined || wanted === false || device === undefined) return wanted;
    return { ...(wanted === true ? {} : wanted), deviceId: { exact: device.deviceId } };
  };
  const stop: Stop = devices.onDevicesChanged(() => void list());
  const first = list();

  return {
    store,
    sink,
    choosesOutput,
    choose: (what, device) => {
      const { [what]: _, ...others } = store.getState().choices;
      const choices: OwnChoices = device === undefined ? others : { ...others, [what]: choiceOf(device) };
      try {
        kept.setItem(KEPT_AS, JSON.stringify(choices));
      } catch {
        // A browser that keeps nothing: the choice holds until the page goes.
      }
      become({ choices });
    },
    getUserMedia: async (constraints) => {
      await first;
      const audio = exactly('microphone', constraints.audio);
      const video = exactly('camera', constraints.video);
      const isChosen = audio !== constraints.audio || video !== constraints.video;
      const asked = {
        ...constraints,
        ...(audio !== undefined && { audio }),
        ...(video !== undefined && { video }),
      };
      const stream = await media.getUserMedia(asked).catch((error: unknown) => {
        if (!isChosen || isRefused(error)) throw error;
        return media.getUserMedia(constraints);
      });
      // Names are told from the first permission on.
      void list();
      return stream;
    },
    close: stop,
  };
};
