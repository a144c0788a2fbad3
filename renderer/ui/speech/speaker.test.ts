import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTitle } from './announcement.ts';
import { createSpeaker } from './speaker.ts';

type Said = { text: string; lang: string; onend?: () => void };

/** An engine with voices of these languages; `load` is when a browser has found them. */
const playedEngine = (languages: readonly string[]) => {
  let found: readonly { lang: string }[] = [];
  let loaded: () => void = () => undefined;
  const said: Said[] = [];
  const engine = {
    getVoices: () => found,
    addEventListener: (_: string, listener: () => void) => {
      loaded = listener;
    },
    cancel: vi.fn(),
    speak: (utterance: Said) => said.push(utterance),
  };
  return {
    // Of the engine's many members the speaker uses these.
    engine: engine as unknown as SpeechSynthesis,
    said,
    cancelled: engine.cancel,
    load: () => {
      found = languages.map((lang) => ({ lang }));
      loaded();
    },
  };
};

describe('the speaker', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        lang = '';
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('speaks each language that the system has a voice for, once its voices are found', () => {
    const { engine, load } = playedEngine(['fr-FR', 'ar-001']);
    const speaker = createSpeaker(engine);
    expect(speaker.canSpeak('fr')).toBe(false);
    load();
    expect(['fr', 'en', 'es', 'ar'].filter(speaker.canSpeak)).toEqual(['fr', 'ar']);
  });

  it('says one sentence at a time, in the voice of its language', () => {
    const { engine, load, said, cancelled } = playedEngine(['fr-FR', 'ar-001']);
    load();
    const speaker = createSpeaker(engine);
    speaker.speak('أبقوا اليد \u2068ثابتة\u2069', 'ar');
    expect(said.map(({ text, lang }) => [text, lang])).toEqual([['أبقوا اليد ثابتة', 'ar-001']]);
    expect(speaker.state.getState().speaking).toBe('أبقوا اليد \u2068ثابتة\u2069');
    speaker.speak('Bonjour', 'fr');
    expect(cancelled).toHaveBeenCalledTimes(2);
    // The first one ends late, after the second has begun.
    said[0]?.onend?.();
    expect(speaker.state.getState().speaking).toBe('Bonjour');
    said[1]?.onend?.();
    expect(speaker.state.getState().speaking).toBeUndefined();
  });

  it('stays silent in a language without a voice, and where there is no engine', () => {
    const { engine, load, said } = playedEngine(['fr-FR']);
    load();
    createSpeaker(engine).speak('Hola', 'es');
    expect(said).toEqual([]);
    const mute = createSpeaker(undefined);
    mute.speak('Bonjour', 'fr');
    expect(mute.canSpeak('fr')).toBe(false);
    expect(mute.state.getState()).toEqual({ voices: [], speaking: undefined });
  });
});

describe('a title and its sentence', () => {
  it('are said with a pause between them', () => {
    expect(withTitle('Vos mesures', 'Une à faire.')).toBe('Vos mesures. Une à faire.');
    expect(withTitle('هل أنتم موافقون؟', 'أربعة أسئلة.')).toBe('هل أنتم موافقون؟ أربعة أسئلة.');
    expect(withTitle(undefined, 'Ne bougez pas.')).toBe('Ne bougez pas.');
  });
});
