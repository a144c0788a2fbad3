import type { SoundSink } from '../video-outlets.ts';

/** What not every browser has (Web Audio API 1.1, setSinkId). */
type RoutedContext = AudioContext & { readonly setSinkId?: (sinkId: string) => Promise<void> };

/** An audio context that is heard by this output, also after another one is chosen, until it is closed. */
export const openContextOn = (sink: SoundSink): AudioContext => {
  const context: RoutedContext = new AudioContext();
  const route = (): void => {
    // An output that went a moment ago: the list of devices that follows names another one.
    context.setSinkId?.(sink.getState()).catch(() => {});
  };
  const stop = sink.subscribe(route);
  context.addEventListener('statechange', () => {
    if (context.state === 'closed') stop();
  });
  if (sink.getState() !== '') route();
  return context;
};
