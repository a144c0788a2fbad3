import { createStore, type StoreApi } from 'zustand/vanilla';

export type SpeakerState = {
  /** False until the system has a voice for some language, and for good where it has none. */
  readonly voices: readonly string[];
  /** The sentence being spoken, if any. */
  readonly speaking: string | undefined;
};

/** Says sentences aloud, one at a time; a new one replaces the one being spoken. */
export type Speaker = {
  readonly state: StoreApi<SpeakerState>;
  /** Whether some voice speaks this language (`fr`, `en`). */
  readonly canSpeak: (language: string) => boolean;
  readonly speak: (text: string, language: string) => void;
  readonly stop: () => void;
};

/** Marks that hold a name apart in a written line; some engines say them. */
const ISOLATES = /[\u2068\u2069]/gu;

const speaksLanguage = (voiceLanguage: string, language: string): boolean =>
  voiceLanguage.toLowerCase().startsWith(language.toLowerCase());

/**
 * Speech through the Web Speech API. Without an engine (Linux without speech-dispatcher has no voice) it stays silent and says so
 * in its state, so that the screen can offer the assistant's voice in its place.
 */
export const createSpeaker = (engine: SpeechSynthesis | undefined): Speaker => {
  const state = createStore<SpeakerState>(() => ({ voices: [], speaking: undefined }));
  const listVoices = () => state.setState({ voices: (engine?.getVoices() ?? []).map(({ lang }) => lang) });
  listVoices();
  // Chromium loads voices after the page: the list is empty until this event.
  engine?.addEventListener('voiceschanged', listVoices);

  const canSpeak = (language: string): boolean =>
    state.getState().voices.some((voice) => speaksLanguage(voice, language));

  const stop = () => {
    engine?.cancel();
    state.setState({ speaking: undefined });
  };

  const speak = (text: string, language: string) => {
    stop();
    const voice = engine?.getVoices().find(({ lang }) => speaksLanguage(lang, language));
    if (engine === undefined || voice === undefined) return;
    const utterance = new SpeechSynthesisUtterance(text.replaceAll(ISOLATES, ''));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    // Slower than the engine's own pace: most listeners are old and the words are new to them.
    utterance.rate = 0.92;
    const done = () => {
      if (state.getState().speaking === text) state.setState({ speaking: undefined });
    };
    utterance.onend = done;
    utterance.onerror = done;
    state.setState({ speaking: text });
    engine.speak(utterance);
  };

  return { state, canSpeak, speak, stop };
};
