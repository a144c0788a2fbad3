import { expect, it } from 'vitest';
import { sendingOf } from '#core/call/ladder/sending.ts';
import { applyEncoding, askKeyFrame, encodingOf } from './encodings.ts';

const camera = (lines: number): MediaStreamTrack =>
  ({ contentHint: '', kind: 'video', getSettings: () => ({ height: lines }) }) as never;

/** A sender that keeps what it is told, and counts how often. */
const openSender = (track: MediaStreamTrack | null = null, refuses = false) => {
  const told: unknown[][] = [];
  let parameters: RTCRtpSendParameters = { encodings: [{}] } as never;
  const sender: RTCRtpSender = {
    track,
    getParameters: () => structuredClone(parameters),
    setParameters: async (...next: [RTCRtpSendParameters]) => {
      told.push(next);
      if (refuses) throw new DOMException('', 'InvalidStateError');
      [parameters] = next;
    },
  } as never;
  return { sender, told, parameters: () => parameters };
};

it.each([
  ['hd', 720, { maxBitrate: 1_200_000, maxFramerate: 25, scaleResolutionDownBy: 1 }],
  ['360p', 720, { maxBitrate: 250_000, maxFramerate: 15, scaleResolutionDownBy: 2 }],
  ['240p', 720, { maxBitrate: 60_000, maxFramerate: 8, scaleResolutionDownBy: 3 }],
  ['240p', 480, { maxBitrate: 60_000, maxFramerate: 8, scaleResolutionDownBy: 2 }],
  // Never made larger than it is.
  ['hd', 480, { maxBitrate: 1_200_000, maxFramerate: 25, scaleResolutionDownBy: 1 }],
] as const)('sends a face on %s of a camera of %i lines as that rung says', (rung, lines, encoding) => {
  expect(encodingOf('video', sendingOf(rung, 1e9), camera(lines))).toEqual({
    active: true,
    ...encoding,
  });
});

it('sends no moving picture on the rungs below, and voice before all else on each', () => {
  expect(encodingOf('video', sendingOf('stills', undefined), camera(720))).toEqual({ active: false });
  expect(encodingOf('audio', sendingOf('audio', undefined), null)).toEqual({
    active: true,
    maxBitrate: 12_000,
    priority: 'high',
    networkPriority: 'high',
  });
});

it('takes a camera that is not there yet for one of 720 lines', () => {
  expect(encodingOf('video', sendingOf('360p', 1e9), null)?.scaleResolutionDownBy).toBe(2);
});

it('gives up lines of a face first, and frames of an examination', async () => {
  const [face, skin] = [camera(720), camera(720)];
  const senders = [openSender(), openSender()] as const;
  await applyEncoding(
    senders[0].sender,
    'video',
    sendingOf('hd', undefined, { examOn: true, stethoscope: true, besideBps: 0 }),
    face,
  );
  await applyEncoding(
    senders[1].sender,
    'exam',
    sendingOf('hd', undefined, { examOn: true, stethoscope: true, besideBps: 0 }),
    skin,
  );
  expect([face.contentHint, skin.contentHint]).toEqual(['motion', 'detail']);
  expect(senders.map(({ parameters }) => parameters())).toMatchObject([
    { degradationPreference: 'maintain-framerate' },
    { degradationPreference: 'maintain-resolution' },
  ]);
});

it('asks nothing of the browser when all is as it was told, and again after a refusal', async () => {
  const { sender, told } = openSender();
  const sending = sendingOf('360p', undefined);
  await applyEncoding(sender, 'video', sending, camera(720));
  await applyEncoding(sender, 'video', sending, camera(720));
  expect(told).toHaveLength(1);
  const refusing = openSender(null, true);
  await applyEncoding(refusing.sender, 'video', sending, camera(720));
  await applyEncoding(refusing.sender, 'video', sending, camera(720));
  expect(refusing.told).toHaveLength(2);
});

it('has the next picture sent whole, and bears a browser that refuses', async () => {
  const { sender, told } = openSender(camera(720));
  await askKeyFrame(sender);
  expect(told[0]?.[1]).toEqual({ encodingOptions: [{ keyFrame: true }] });
  await expect(askKeyFrame(openSender(camera(720), true).sender)).resolves.toBeUndefined();
});
