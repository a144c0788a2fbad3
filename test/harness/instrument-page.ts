import type { Page } from 'playwright';

/** What the patient's page sees in the place of a stethoscope: a device of this name that yields one tone of a quarter of full scale. */
export const TEST_STETHOSCOPE = 'Test stethoscope';
export const TONE_AMPLITUDE = 0.25;

declare global {
  interface Window {
    testTone?: OscillatorNode;
    testPeers?: RTCPeerConnection[];
    testMeters?: Map<number, AnalyserNode>;
  }
}

/** Plugs the test's stethoscope into the patient's page, beside the devices that are there. */
export const plugStethoscope = (patient: Page): Promise<void> =>
  patient.evaluate(
    ([label, amplitude]) => {
      const { mediaDevices } = navigator;
      const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      const device = { deviceId: 'test-stethoscope', groupId: 'test', kind: 'audioinput' as const, label };
      mediaDevices.enumerateDevices = async () => [
        ...(await enumerate()),
        { ...device, toJSON: () => device },
      ];
      mediaDevices.getUserMedia = async (constraints) => {
        if (!JSON.stringify(constraints).includes(device.deviceId)) return open(constraints);
        const context = new AudioContext({ sampleRate: 48_000 });
        const out = context.createMediaStreamDestination();
        const tone = new OscillatorNode(context, { frequency: 100 });
        tone.connect(new GainNode(context, { gain: amplitude })).connect(out);
        tone.start();
        window.testTone = tone;
        return out.stream;
      };
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    [TEST_STETHOSCOPE, TONE_AMPLITUDE] as const,
  );

/** Chooses the tone, in Hz. */
export const tune = (patient: Page, hertz: number): Promise<void> =>
  patient.evaluate((frequency) => {
    const tone = window.testTone;
    tone?.frequency.setValueAtTime(frequency, tone.context.currentTime);
  }, hertz);

/** Before the physician's page is opened: keeps its peer connections where a test can listen. */
export const watchPeers = async (physician: Page): Promise<void> => {
  await physician.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const Original = window.RTCPeerConnection;
    window.testPeers = peers;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });
};

/** Amplitude of a frequency in what arrives on a media line (`MEDIA_SOURCES`), as a share of full scale. */
export const amplitudeAt = (physician: Page, line: number, hertz: number): Promise<number> =>
  physician.evaluate(
    ([index, frequency]) => {
      window.testMeters ??= new Map();
      let meter = window.testMeters.get(index);
      if (!meter) {
        const receiver = window.testPeers?.at(-1)?.getTransceivers()[index]?.receiver;
        if (!receiver) return 0;
        const stream = new MediaStream([receiver.track]);
        // Chromium gives a remote stream to Web Audio only while an element plays it too.
        const puller = new Audio();
        puller.muted = true;
        puller.srcObject = stream;
        void puller.play();
        const context = new AudioContext({ sampleRate: 48_000 });
        meter = new AnalyserNode(context, { fftSize: 32_768 });
        context.createMediaStreamSource(stream).connect(meter);
        window.testMeters.set(index, meter);
        return 0;
      }
      const samples = new Float32Array(meter.fftSize);
      meter.getFloatTimeDomainData(samples);
      const turn = (2 * Math.PI * frequency) / meter.context.sampleRate;
      let real = 0;
      let imaginary = 0;
      for (const [at, sample] of samples.entries()) {
        const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / samples.length);
        real += sample * window * Math.cos(turn * at);
        imaginary += sample * window * Math.sin(turn * at);
      }
      return (Math.hypot(real, imaginary) / samples.length) * 4;
    },
    [line, hertz] as const,
  );
