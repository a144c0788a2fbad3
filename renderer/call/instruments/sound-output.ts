import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Stop } from '../call-snapshot.ts';

/** Whether this computer can be heard at all; `unknown` until something was played or the system has named its outputs. */
export type SoundOutput = 'unknown' | 'there' | 'absent';

/** What is looked at of an `AudioContext`. */
export type SoundClock = Pick<AudioContext, 'currentTime'>;

interface SoundOutputOptions {
  readonly devices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;
  /** Whether the browser names every output: Firefox names only those that the page was given. */
  readonly namesOutputs: boolean;
  /** Whether the person has touched this load of the page: before that, browsers hold sound back on purpose. */
  readonly wasTouched: () => boolean;
  readonly clock: Clock;
}

/** The way from the page to the ears, watched. */
export interface OutputWatch {
  readonly store: StoreApi<{ readonly output: SoundOutput }>;
  /** From now on the context's own time says whether there is an output; the context before is left. */
  watch(context: SoundClock): void;
  close(): void;
}

/** How long sound may take to begin before its output counts as absent, and between two looks after that. */
const LOOK_MS: Milliseconds = 3_000;

/**
 * Watches for a computer without any sound output. Chromium plays into nothing there and names no output; Firefox names none of a healthy
 * computer either, but keeps the time of its sound standing still.
 */
export const watchSoundOutput = ({
  devices,
  namesOutputs,
  wasTouched,
  clock,
}: SoundOutputOptions): OutputWatch => {
  const store = createStore<{ readonly output: SoundOutput }>(() => ({ output: 'unknown' }));
  let named: boolean | undefined;
  let runs: boolean | undefined;
  let watched: { readonly context: SoundClock; at: number } | undefined;
  let cancel: Stop = () => {};

  const tell = (): void => {
    const output = named === false || runs === false ? 'absent' : runs === true ? 'there' : 'unknown';
    if (output !== store.getState().output) store.setState({ output });
  };
  const list = async (): Promise<void> => {
    // A browser that refuses the list says nothing about what is plugged in.
    const listed = await devices.enumerateDevices().catch(() => undefined);
    named = listed?.some(({ kind }) => kind === 'audiooutput');
    tell();
  };
  const onChanged = (): void => void list();
  const look = (): void => {
    cancel = clock.after(LOOK_MS, look);
    if (watched === undefined) return;
    const { currentTime } = watched.context;
    if (currentTime > watched.at) runs = true;
    else if (wasTouched()) runs = false;
    watched.at = currentTime;
    tell();
  };

  if (namesOutputs) {
    devices.addEventListener('devicechange', onChanged);
    onChanged();
  }
  return {
    store,
    watch: (context) => {
      if (watched?.context === context) return;
      watched = { context, at: context.currentTime };
      cancel();
      cancel = clock.after(LOOK_MS, look);
    },
    close: () => {
      cancel();
      watched = undefined;
      devices.removeEventListener('devicechange', onChanged);
    },
  };
};
