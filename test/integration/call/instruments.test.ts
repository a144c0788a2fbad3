import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CurrentExam, InstrumentStatus } from '#core/visit/examination/examination.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { wavOf } from '#renderer/call/instruments/wav.ts';
import {
  buildCallPages,
  type CallRig,
  createCallRig,
  launchChromium,
  removeFolder,
  TICKET,
} from '#test/harness/call-rig.ts';
import { SITE } from '#test/harness/gateway-rig.ts';
import { pause } from '#test/harness/pause.ts';
import { PRE_BRIEF } from '#test/harness/pre-brief.ts';

let webRoot: string;
let folder: string;
let browser: Browser;
let rig: CallRig;
let page: Page;

const PLACE = { siteId: SITE.id, cabinId: SITE.cabinId, ticketId: TICKET };
const WAIT = { timeout: 15_000, interval: 100 };
const OTOSCOPE = { deviceId: 'otoscope', kind: 'videoinput', label: 'USB Camera (0c45:6366)' } as const;
const CHEST = { deviceId: 'chest', kind: 'audioinput', label: 'One Digital Stethoscope' } as const;
const BINDINGS = { ear: { usb: '0c45:6366' }, stethoscope: { label: 'One Digital Stethoscope' } };
const EAR: ExamTarget = { instrument: 'exam-camera', site: 'ear', laterality: 'left' };
const MITRAL: ExamTarget = { instrument: 'stethoscope', point: 'mitral' };

/** What the visit says of instruments, as the patient's projection would. */
const follow = (exam: Partial<CurrentExam>) =>
  rig.cabinPage.evaluate((asked) => window.cabin?.instruments.follow(asked), {
    exam: { toTake: [], onTheWay: [], discarded: [], ...exam },
    instruments: BINDINGS,
    simulation: false,
    paused: false,
  });
const use = (target: ExamTarget, requestId: string, more: Partial<CurrentExam> = {}) =>
  follow({
    request: { requestId, target, askedAt: '2026-03-02T09:52:00.000+01:00', status: { status: 'accepted' } },
    ...more,
  });
const lastStatus = (): Promise<InstrumentStatus | undefined> =>
  rig.cabinPage.evaluate(() => {
    const reports = (window.cabin?.told ?? []).flatMap((command) =>
      command.type === 'report-instrument' ? [command.status] : [],
    );
    return reports.at(-1);
  });
const becomes = (status: Partial<InstrumentStatus>) => expect.poll(lastStatus, WAIT).toMatchObject(status);
/** How each item came out; a clip that was begun anew after a hole has not come out yet. */
const itemReports = (): Promise<string[]> =>
  rig.cabinPage.evaluate(() =>
    (window.cabin?.told ?? []).flatMap((command) =>
      command.type === 'report-exam-item' && command.report.report !== 'again' ? [command.report.report] : [],
    ),
  );
const snapshot = () => page.evaluate(() => window.physician?.call.store.getState().call.instruments);

beforeAll(async () => {
  webRoot = await buildCallPages();
  folder = await mkdtemp(join(tmpdir(), 'cabine-sound-'));
  const sound = join(folder, 'microphone.wav');
  await writeFile(sound, microphoneSound());
  // Two cameras: one is the face, of the other a test takes stills.
  browser = await launchChromium({
    flags: [
      '--use-fake-device-for-media-stream=device-count=2',
      `--use-file-for-fake-audio-capture=${sound}`,
    ],
  });
  rig = await createCallRig(browser, webRoot);
  ({ page } = await rig.openPhysician('dr-benali'));
  await page.evaluate((place) => window.physician?.desk.claim(place), PLACE);
  await page.waitForFunction(() => window.physician?.call.store.getState().projection !== undefined);
  await rig.cabinPage.evaluate((device) => window.cabin?.port.plug(device), CHEST);
  await rig.show({ ...PRE_BRIEF, stage: 'call', cardAcknowledged: true });
  await page.waitForFunction(() => (window.physician?.media.frames.length ?? 0) > 5);
}, 90_000);
afterAll(async () => {
  await rig.close();
  await browser.close();
  await removeFolder(webRoot);
  await removeFolder(folder);
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const decibels = (ratio: number): number => 20 * Math.log10(ratio);

/** Third-octave bands from the lowest heart sound to the highest breath sound that matters, in Hz. */
const BANDS = [25, 31.5, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
/** Sounded together: far enough apart that none hides another from the encoder. */
const CHORDS = [0, 1, 2, 3].map((first) => BANDS.filter((_, index) => index % 4 === first));
/** What the stethoscope of the test yields. */
const SENT = 0.25;
/** The microphone's own sound: short beeps, which noise suppression lets pass. Hz. */
const MICROPHONE_HERTZ = 1_700;
/** A new tone has to go through encoder, jitter buffer and the window of the measurement. */
const SETTLE_MS = 1_300;

/** Four seconds of beeps: a tenth of a second on, two tenths off. */
const microphoneSound = (): Uint8Array =>
  wavOf(
    [
      Float32Array.from({ length: 4 * 48_000 }, (_, index) =>
        index % 14_400 < 4_800 ? 0.3 * Math.sin((2 * Math.PI * MICROPHONE_HERTZ * index) / 48_000) : 0,
      ),
    ],
    48_000,
  );

/** Amplitude of a frequency at the physician's, now. */
const look = (of: 'stethoscope' | 'conversation', hertz: number): Promise<number> =>
  page.evaluate(([from, frequency]) => window.physician?.ears.amplitude(from, frequency) ?? 0, [
    of,
    hertz,
  ] as const);

/** Notes each size in which the examination camera arrives from now on. */
const watchExamLines = (): Promise<void> =>
  page.evaluate(() => {
    const video = document.createElement('video');
    const lines: number[] = [];
    video.muted = true;
    video.addEventListener('resize', () => lines.push(video.videoHeight));
    window.physician?.call.onRemoteStreams((streams) => {
      video.srcObject = streams?.exam ?? null;
      video.play().catch(() => {});
    });
    Object.assign(window, { examLines: lines });
  });
const examLines = (): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { readonly examLines: number[] }).examLines);

/** Asks for a clip until one is whole, five times at most; its id. */
const keptClip = async (): Promise<string> => {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const itemId = `clip-000${attempt}`;
    const before = (await itemReports()).length;
    await use(MITRAL, 'request-2', { toTake: [itemId] });
    await expect
      .poll(async () => (await itemReports()).length, { timeout: 60_000, interval: 250 })
      .toBe(before + 1);
    if ((await itemReports()).at(-1) === 'taken') return itemId;
  }
  throw new Error('no whole clip in five attempts');
};

/** Longer than the window of the measurement: two looks share no sample. */
const WINDOW_MS = 700;

/** A busy machine makes up sound here and there: a measure counts once another, of other samples, says the same. */
const steady = async (measure: () => Promise<readonly number[]>): Promise<readonly number[]> => {
  let before = await measure();
  for (let tries = 1; tries < 10; tries += 1) {
    await pause(WINDOW_MS);
    const again = await measure();
    if (again.every((gain, index) => Math.abs(gain - (before[index] ?? 0)) < 0.2)) return again;
    before = again;
  }
  return before;
};

describe('instruments between two real pages', { timeout: 180_000 }, () => {
  it('says what is missing, and opens what is plugged in', async () => {
    await use(EAR, 'request-0');
    await becomes({ state: 'failed', code: 'INSTRUMENT_MISSING' });
    await rig.cabinPage.evaluate((device) => window.cabin?.port.plug(device), OTOSCOPE);
    await becomes({ state: 'live', device: OTOSCOPE.label, simulated: false });
  });

  it('shows the examination camera within 200 ms, and nothing of it once it is switched off', async () => {
    await use(EAR, 'request-1');
    await page.waitForFunction(() => (window.physician?.ears.frameAges.length ?? 0) > 30);
    // The first second goes to the encoder's start.
    await pause(1_500);
    await page.evaluate(() => window.physician?.ears.frameAges.splice(0));
    await page.waitForFunction(() => (window.physician?.ears.frameAges.length ?? 0) > 60);
    const ages = await page.evaluate(() => [...(window.physician?.ears.frameAges ?? [])]);
    const figure = median(ages);
    process.stdout.write(`examination camera, from drawn to shown: median ${figure} ms of ${ages.length}\n`);
    expect(figure).toBeLessThan(200);
    await expect.poll(async () => (await snapshot())?.examFrozen, WAIT).toBe(false);
    await follow({});
    await expect.poll(() => rig.cabinPage.evaluate(() => window.cabin?.port.live()), WAIT).toBe(0);
    await expect.poll(async () => (await snapshot())?.examFrozen, { timeout: 4_000 }).toBe(true);
  });

  it('keeps 25 to 800 Hz of the stethoscope within 1 dB, apart from the microphone', async () => {
    await use(MITRAL, 'request-2');
    await becomes({ state: 'live', device: CHEST.label });
    await expect.poll(async () => (await snapshot())?.stethoscope, WAIT).toBe('live');
    const found: { readonly hertz: number; readonly gain: number; readonly inVoice: number }[] = [];
    for (const chord of CHORDS) {
      await rig.cabinPage.evaluate((tones) => window.cabin?.port.tune(...tones), chord);
      await pause(SETTLE_MS);
      const sent = SENT / chord.length;
      const gains = await steady(async () =>
        Promise.all(chord.map(async (hertz) => decibels((await look('stethoscope', hertz)) / sent))),
      );
      for (const [index, hertz] of chord.entries())
        found.push({
          hertz,
          gain: gains[index] ?? Number.NaN,
          inVoice: decibels((await look('conversation', hertz)) / SENT),
        });
    }
    const table = found.map(({ hertz, gain }) => `${hertz} Hz ${gain.toFixed(2)} dB`).join(', ');
    process.stdout.write(`stethoscope at the physician's: ${table}\n`);
    for (const { hertz, gain } of found) expect(Math.abs(gain), `${hertz} Hz`).toBeLessThan(1);
    for (const { hertz, inVoice } of found) expect(inVoice, `${hertz} Hz in the voice`).toBeLessThan(-40);
    expect(decibels((await look('stethoscope', MICROPHONE_HERTZ)) / SENT)).toBeLessThan(-60);
    await expect
      .poll(async () => decibels(await look('conversation', MICROPHONE_HERTZ)), WAIT)
      .toBeGreaterThan(-50);
  });

  it('keeps 15 seconds of the stethoscope as they were, and brings them whole', async () => {
    await use(MITRAL, 'request-2');
    await becomes({ state: 'live', device: CHEST.label });
    await rig.cabinPage.evaluate((frequency) => window.cabin?.port.tune(frequency), 60);
    await pause(500);
    // A machine that is too busy loses sound, and says so instead of bringing a clip with a hole: asked for again, as a physician would.
    const asked = await keptClip();
    await expect
      .poll(() => page.evaluate(() => window.physician?.items.length), { timeout: 15_000, interval: 500 })
      .toBe(1);
    await use(MITRAL, 'request-2', { onTheWay: [asked] });
    await expect.poll(async () => (await itemReports()).at(-1), WAIT).toBe('delivered');
    const clip = await page.evaluate(() => {
      const received = window.physician?.items[0];
      const bytes = received?.bytes ?? new Uint8Array(44);
      const view = new DataView(bytes.buffer);
      const [channels, rate] = [view.getUint16(22, true), view.getUint32(24, true)];
      const samples = Float64Array.from(
        { length: (bytes.length - 44) / (channels * 2) },
        (_, frame) => view.getInt16(44 + frame * channels * 2, true) / 32_768,
      );
      return {
        about: received?.item.about,
        rate,
        frames: samples.length,
        loudest: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
        effective: Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length),
      };
    });
    const { rate, loudest, effective } = clip;
    expect(clip.about).toMatchObject({
      kind: 'clip',
      point: 'mitral',
      sampleRateHz: rate,
      durationMs: 15_000,
    });
    expect(clip.frames).toBe(15 * rate);
    // A whole sine wave: no silence, no step, no clipping, no gain on its way.
    expect(Math.abs(decibels(loudest / SENT))).toBeLessThan(0.1);
    expect(Math.abs(decibels((effective * Math.SQRT2) / SENT))).toBeLessThan(0.1);
  });

  it('brings a still of every point of the camera, unchanged, of which the moving picture has a fifth', async () => {
    await use(EAR, 'request-3', { toTake: ['still-0001'] });
    await becomes({ state: 'live', device: OTOSCOPE.label });
    // Asked for before the camera was open: said to have failed, and asked for again.
    await expect.poll(async () => (await itemReports()).at(-1), WAIT).toBe('failed');
    await watchExamLines();
    await use(EAR, 'request-3', { toTake: ['still-0002'] });
    await expect.poll(() => page.evaluate(() => window.physician?.items.length), WAIT).toBe(2);
    const still = await page.evaluate(async () => {
      const received = window.physician?.items.at(-1);
      const bitmap = await createImageBitmap(new Blob([received?.bytes ?? new Uint8Array()]));
      const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      surface?.drawImage(bitmap, 0, 0);
      const { data } = surface?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      const pure = data.every((part) => part === 0 || part === 255);
      return { about: received?.item.about, width: bitmap.width, height: bitmap.height, pure };
    });
    expect(still).toMatchObject({
      about: { kind: 'still', target: EAR, width: 2_592, height: 1_944 },
      width: 2_592,
      height: 1_944,
    });
    // Black and white fields: any compression would leave grey at their edges.
    expect(still.pure).toBe(true);
    // The moving picture comes back, and nothing of the large one was on the line.
    await expect.poll(async () => (await snapshot())?.examFrozen, WAIT).toBe(false);
    const lines = await examLines();
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.max(...lines)).toBeLessThanOrEqual(720);
  });

  it('has its camera started anew at its whole size for a still, and back, on the same track', async () => {
    const seen = await rig.cabinPage.evaluate(async () => {
      const port = window.cabin?.machine;
      const cameras = (await port?.list())?.filter(({ kind }) => kind === 'videoinput') ?? [];
      const camera = cameras.at(-1);
      if (port === undefined || camera === undefined || cameras.length < 2) return undefined;
      const [track] = (await port.open(camera)).getVideoTracks();
      if (track === undefined) return undefined;
      const size = async (): Promise<string> => {
        const reader = new MediaStreamTrackProcessor<VideoFrame>({ track }).readable.getReader();
        const { value } = await reader.read();
        const said = `${value?.displayWidth}x${value?.displayHeight} ${track.readyState}`;
        value?.close();
        await reader.cancel();
        return said;
      };
      const whole = port.wholeSize(track);
      const sizes = [await size()];
      await whole?.enlarge();
      sizes.push(await size());
      await whole?.restore();
      sizes.push(await size());
      track.stop();
      return sizes;
    });
    expect(seen).toEqual(['1920x1080 live', '3840x2160 live', '1920x1080 live']);
  });

  it('comes back by itself after it was pulled out, and says why it cannot be opened', async () => {
    await rig.cabinPage.evaluate(() => window.cabin?.port.unplug('otoscope'));
    await becomes({ state: 'failed', code: 'INSTRUMENT_UNPLUGGED' });
    await expect.poll(async () => (await snapshot())?.examFrozen, { timeout: 5_000 }).toBe(true);
    await rig.cabinPage.evaluate((device) => window.cabin?.port.plug(device), OTOSCOPE);
    await becomes({ state: 'live' });
    await expect.poll(async () => (await snapshot())?.examFrozen, WAIT).toBe(false);
    for (const [name, code] of [
      ['NotReadableError', 'INSTRUMENT_BUSY'],
      ['NotAllowedError', 'INSTRUMENT_REFUSED'],
    ] as const) {
      await follow({});
      await rig.cabinPage.evaluate((error) => window.cabin?.port.failNext(error), name);
      await use(EAR, `request-${name}`);
      await becomes({ state: 'failed', code });
    }
    await becomes({ state: 'live' });
  });
});
