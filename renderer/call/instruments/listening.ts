import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Stop } from '../call-snapshot.ts';
import { onGesture } from '../video-outlets.ts';
import { FILTER_SECTIONS, type ListeningFilter } from './listening-filters.ts';
import type { OutputWatch, SoundOutput } from './sound-output.ts';

export interface ListeningState {
  readonly filter: ListeningFilter;
  /** The kept clip that is being played. */
  readonly playing: string | undefined;
  /** What the physician said of the low tones; `unchecked` until asked. */
  readonly headphones: 'unchecked' | 'heard' | 'not-heard';
  readonly output: SoundOutput;
  /** The browser lets this page play nothing before the person touches it, as after a reload: what comes live is not heard. */
  readonly soundHeld: boolean;
}

interface ListeningOptions {
  /** The audio context is opened at the first sound. */
  readonly openContext: () => AudioContext;
  readonly outputWatch: OutputWatch;
  readonly clock: Clock;
  /** Plays the live stream mute; absent: an element of its own. */
  readonly puller?: Pick<HTMLAudioElement, 'muted' | 'srcObject' | 'play'>;
  /** Watches for touches of the page. */
  readonly gestures?: (listener: () => void) => Stop;
}

/** The physician's ear: the live stethoscope, kept clips, and the tones that prove the headphones. */
export interface Listening {
  readonly store: StoreApi<ListeningState>;
  /** Lets the stethoscope be heard; undefined: nothing. */
  listen(stream: MediaStream | undefined): void;
  choose(filter: ListeningFilter): void;
  /** Plays a clip from its start, the live sound silent meanwhile; another one that plays is stopped. Not without a sound output. */
  play(itemId: string, wav: Uint8Array<ArrayBuffer>): Promise<void>;
  stop(): void;
  /** Plays low tones one after the other, each 0.8 s long, in Hz; resolves when they are over, or known to be heard by nobody. */
  tones(hertz: readonly number[]): Promise<'played' | 'no-output'>;
  judgeHeadphones(heard: boolean): void;
  /** Other headphones are in use: what was said of those before does not hold. */
  headphonesChanged(): void;
  /** Loudest sample since it was asked last, 0 to 1, of what is heard. */
  peak(): number;
  close(): void;
}

const TONE_SECONDS = 0.8;
const PAUSE_SECONDS = 0.5;
/** So that a tone begins and ends without a click. */
const RAMP_SECONDS = 0.05;
const TONE_GAIN = 0.6;

/** A context that may play runs well within this time; one that does not is held. Milliseconds. */
const STARTS_WITHIN_MS: Milliseconds = 1_000;

/** An ear that hears nothing. See `Listening`. */
export const createListening = ({
  openContext,
  outputWatch,
  clock,
  puller = new Audio(),
  gestures = onGesture,
}: ListeningOptions): Listening => {
  const store = createStore<ListeningState>(() => ({
    filter: 'wide',
    playing: undefined,
    headphones: 'unchecked',
    output: outputWatch.store.getState().output,
    soundHeld: false,
  }));
  let context: AudioContext | undefined;
  let cancelLook: Stop = () => {};
  let stopWaiting: Stop = () => {};
  let live: { readonly stream: MediaStream; readonly source: AudioNode; readonly gain: GainNode } | undefined;
  let clip: AudioBufferSourceNode | undefined;
  let sections: BiquadFilterNode[] = [];
  let input: GainNode | undefined;
  let meter: AnalyserNode | undefined;
  /** Counts what was asked to be played: a clip that is decoded after another was asked for stays silent. */
  let round = 0;

  const connect = (from: AudioNode, filter: ListeningFilter): void => {
    if (!context || !meter) return;
    from.disconnect();
    for (const section of sections) section.disconnect();
    sections = FILTER_SECTIONS[filter].map(({ type, frequency, Q }) => {
      const node = new BiquadFilterNode(from.context, { type, frequency, Q });
      return node;
    });
    let last = from;
    for (const section of sections) last = last.connect(section);
    last.connect(meter);
  };

  const open = (): {
    readonly context: AudioContext;
    readonly input: GainNode;
    readonly meter: AnalyserNode;
  } => {
    if (!context || !input || !meter) {
      context = openContext();
      context.addEventListener('statechange', lookHeld);
      input = context.createGain();
      meter = new AnalyserNode(context, { fftSize: 8_192 });
      meter.connect(context.destination);
      connect(input, store.getState().filter);
    }
    void context.resume();
    outputWatch.watch(context);
    return { context, input, meter };
  };

  const isSuspended = (): boolean => live !== undefined && context?.state === 'suspended';
  const tellHeld = (soundHeld: boolean): void => {
    if (store.getState().soundHeld === soundHeld) return;
    stopWaiting();
    stopWaiting = soundHeld ? gestures(wake) : () => {};
    store.setState({ soundHeld });
  };
  /** A touch lets it be heard: some keys are none to a browser, and then it goes on waiting. */
  const wake = (): void => {
    void context?.resume();
    puller.play().catch(() => {});
  };
  const lookHeld = (): void => {
    cancelLook();
    if (!isSuspended()) tellHeld(false);
    else cancelLook = clock.after(STARTS_WITHIN_MS, () => tellHeld(isSuspended()));
  };

  const stopClip = (): void => {
    round += 1;
    const before = clip;
    clip = undefined;
    before?.stop();
    if (live) live.gain.gain.value = 1;
    if (store.getState().playing !== undefined) store.setState({ playing: undefined });
  };

  const isAbsent = (): boolean => store.getState().output === 'absent';
  const stopFollowing = outputWatch.store.subscribe(({ output }) => {
    store.setState({ output });
    // Without an output a clip would never end.
    if (output === 'absent') stopClip();
  });
  /** Resolves at the moment when the output is known to be absent. */
  const becomesAbsent = (): { readonly said: Promise<'no-output'>; readonly leave: () => void } => {
    let leave = (): void => {};
    const said = new Promise<'no-output'>((resolve) => {
      const look = (): void => {
        if (isAbsent()) resolve('no-output');
      };
      leave = store.subscribe(look);
      look();
    });
    return { said, leave };
  };

  // A remote stream is silent in Web Audio until an element plays it too (Chromium 121933); the element itself stays mute.
  puller.muted = true;

  return {
    store,
    listen: (stream) => {
      if (stream === live?.stream) return;
      live?.source.disconnect();
      live?.gain.disconnect();
      live = undefined;
      puller.srcObject = stream ?? null;
      if (stream === undefined || stream.getAudioTracks().length === 0) return lookHeld();
      puller.play().catch(() => {});
      const opened = open();
      const source = opened.context.createMediaStreamSource(stream);
      const gain = opened.context.createGain();
      gain.gain.value = clip === undefined ? 1 : 0;
      source.connect(gain).connect(opened.input);
      live = { stream, source, gain };
      lookHeld();
    },
    choose: (filter) => {
      store.setState({ filter });
      if (input) connect(input, filter);
    },
    play: async (itemId, wav) => {
      stopClip();
      const mine = round;
      const opened = open();
      // Decoding takes the buffer away: a copy, so that the clip can be played again.
      const buffer = await opened.context.decodeAudioData(wav.slice().buffer);
      if (mine !== round || isAbsent()) return;
      const source = new AudioBufferSourceNode(opened.context, { buffer });
      clip = source;
      if (live) live.gain.gain.value = 0;
      source.connect(opened.input);
      source.addEventListener('ended', () => {
        if (clip === source) stopClip();
      });
      source.start();
      store.setState({ playing: itemId });
    },
    stop: stopClip,
    tones: async (hertz) => {
      const opened = open();
      const startsAt = opened.context.currentTime + 0.2;
      const ended = hertz.map((frequency, index) => {
        const from = startsAt + index * (TONE_SECONDS + PAUSE_SECONDS);
        const tone = new OscillatorNode(opened.context, { frequency });
        const gain = new GainNode(opened.context, { gain: 0 });
        gain.gain.setValueAtTime(0, from);
        gain.gain.linearRampToValueAtTime(TONE_GAIN, from + RAMP_SECONDS);
        gain.gain.setValueAtTime(TONE_GAIN, from + TONE_SECONDS - RAMP_SECONDS);
        gain.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
        // Past the filters: the headphones are asked about, not the choice of head.
        tone.connect(gain).connect(opened.context.destination);
        tone.start(from);
        tone.stop(from + TONE_SECONDS);
        return new Promise<void>((resolve) => {
          tone.addEventListener('ended', () => resolve());
        });
      });
      const { said, leave } = becomesAbsent();
      const outcome = await Promise.race([Promise.all(ended).then(() => 'played' as const), said]);
      leave();
      return outcome;
    },
    judgeHeadphones: (heard) => store.setState({ headphones: heard ? 'heard' : 'not-heard' }),
    headphonesChanged: () => store.setState({ headphones: 'unchecked' }),
    peak: () => {
      if (!meter) return 0;
      const samples = new Float32Array(meter.fftSize);
      meter.getFloatTimeDomainData(samples);
      return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    },
    close: () => {
      stopClip();
      stopFollowing();
      outputWatch.close();
      puller.srcObject = null;
      live = undefined;
      lookHeld();
      void context?.close();
      context = undefined;
      input = undefined;
      meter = undefined;
    },
  };
};
