import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { createSpeaker, type Speaker } from './speaker.ts';

export type Speech = {
  readonly speak: (text: string) => void;
  readonly stop: () => void;
  /** The sentence being spoken, if any. */
  readonly speaking: string | undefined;
  /** Whether this machine has a voice for the language on screen. */
  readonly available: boolean;
  readonly soundOn: boolean;
};

const SpeechContext = createContext<Speech>({
  speak: () => undefined,
  stop: () => undefined,
  speaking: undefined,
  available: false,
  soundOn: false,
});

/** The voice of the screen around a component. */
export const useSpeech = (): Speech => useContext(SpeechContext);

type SpeechProviderProps = {
  readonly language: string;
  readonly soundOn: boolean;
  readonly children: ReactNode;
  readonly speaker: Speaker;
};

/** Gives every sentence below it one shared voice. */
export const SpeechProvider = ({ language, soundOn, speaker, children }: SpeechProviderProps) => {
  const { speaking, voices } = useStore(speaker.state);
  // Stable while the language is: a sentence speaks by itself when this changes, not when the voice starts or stops.
  const speak = useCallback((text: string) => speaker.speak(text, language), [speaker, language]);
  const speech = useMemo<Speech>(
    () => ({
      speak,
      stop: speaker.stop,
      speaking,
      available: voices.length > 0 && speaker.canSpeak(language),
      soundOn,
    }),
    [speaker, speak, language, soundOn, speaking, voices],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
};

/** The machine's own voice, or a silent one where it has none. */
export const systemSpeaker = (): Speaker =>
  createSpeaker('speechSynthesis' in window ? window.speechSynthesis : undefined);
