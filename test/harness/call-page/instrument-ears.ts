import type { PhysicianCall } from '#renderer/call/physician-call-types.ts';
import { videoOf } from './media-watch.ts';
import { ageOfTimeCode } from './time-code.ts';

const WINDOW = 32_768;

/** Amplitude of one frequency in samples, by Goertzel's algorithm under a Hann window: 1 for a full sine wave. */
const amplitudeAt = (samples: Float32Array, hertz: number, rateHz: number): number => {
  const turn = (2 * Math.PI * hertz) / rateHz;
  let real = 0;
  let imaginary = 0;
  for (const [index, sample] of samples.entries()) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    real += sample * window * Math.cos(turn * index);
    imaginary += sample * window * Math.sin(turn * index);
  }
  // The Hann window lets half of the signal through, and a sine is two exponentials of half its amplitude.
  return (Math.hypot(real, imaginary) / samples.length) * 4;
};

/** What arrives of the instruments at the physician's page, measured. */
export interface InstrumentEars {
  /** Amplitude of a frequency in what the stethoscope, or the conversation, plays now. */
  amplitude(of: 'stethoscope' | 'conversation', hertz: number): number;
  /** Ages of the frames of the examination camera at the moment each was shown, in milliseconds. */
  readonly frameAges: number[];
}

export const openEars = (call: PhysicianCall): InstrumentEars => {
  const context = new AudioContext({ sampleRate: 48_000 });
  const meters = {
    stethoscope: new Map<string, AnalyserNode>(),
    conversation: new Map<string, AnalyserNode>(),
  };
  const present: { stethoscope?: AnalyserNode; conversation?: AnalyserNode } = {};
  const frameAges: number[] = [];
  const exam = videoOf('exam');
  const surface = Object.assign(document.createElement('canvas'), { width: 16, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  const look = (): void => {
    exam.requestVideoFrameCallback(() => {
      if (surface) frameAges.push(ageOfTimeCode(exam, surface, Date.now()));
      look();
    });
  };
  look();
  const hear = (of: 'stethoscope' | 'conversation', stream: MediaStream): void => {
    const known = meters[of].get(stream.id);
    if (known) {
      present[of] = known;
      return;
    }
    if (stream.getAudioTracks().length === 0) return;
    // Chromium gives a remote stream to Web Audio only while an element plays it too.
    const puller = new Audio();
    puller.muted = true;
    puller.srcObject = stream;
    void puller.play();
    const meter = new AnalyserNode(context, { fftSize: WINDOW });
    context.createMediaStreamSource(stream).connect(meter);
    meters[of].set(stream.id, meter);
    present[of] = meter;
  };
  call.onRemoteStreams((streams) => {
    exam.srcObject = streams?.exam ?? null;
    void exam.play().catch(() => {});
    if (!streams) return;
    for (const of of ['stethoscope', 'conversation'] as const) {
      hear(of, streams[of]);
      streams[of].addEventListener('addtrack', () => hear(of, streams[of]));
    }
  });
  // A stream that gets its tracks by script tells nobody: looked at until both are heard.
  const timer = setInterval(() => {
    call.onRemoteStreams((streams) => {
      if (streams) for (const of of ['stethoscope', 'conversation'] as const) hear(of, streams[of]);
    })();
    if (present.stethoscope && present.conversation) clearInterval(timer);
  }, 200);
  return {
    frameAges,
    amplitude: (of, hertz) => {
      const meter = present[of];
      if (!meter) return 0;
      const samples = new Float32Array(WINDOW);
      meter.getFloatTimeDomainData(samples);
      return amplitudeAt(samples, hertz, context.sampleRate);
    },
  };
};
