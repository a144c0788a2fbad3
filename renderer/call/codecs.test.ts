import { describe, expect, it } from 'vitest';
import { codecsFor } from './codecs.ts';

const codecs = (...types: string[]) => types.map((mimeType) => ({ mimeType }));
const CHROMIUM_SOUND = codecs('audio/opus', 'audio/red', 'audio/G722', 'audio/PCMU', 'audio/telephone-event');
const CHROMIUM_PICTURE = codecs(
  'video/VP8',
  'video/rtx',
  'video/VP9',
  'video/H264',
  'video/red',
  'video/ulpfec',
);

describe('what a source is offered as', () => {
  it('is little, whatever the browser knows', () => {
    expect(codecsFor(CHROMIUM_SOUND, 'audio', false)).toEqual(codecs('audio/opus'));
    expect(codecsFor(CHROMIUM_SOUND, 'stethoscope', true)).toEqual(codecs('audio/opus'));
    const picture = codecs('video/VP8', 'video/rtx', 'video/red', 'video/ulpfec');
    expect(codecsFor(CHROMIUM_PICTURE, 'video', false)).toEqual(picture);
    expect(codecsFor(CHROMIUM_PICTURE, 'exam', false)).toEqual(picture);
  });

  it('spends nothing on the repair of pictures on a thin line', () => {
    expect(codecsFor(CHROMIUM_PICTURE, 'video', true)).toEqual(codecs('video/VP8', 'video/rtx'));
  });

  it('sends each packet of a voice twice on a thin line, where the browser can', () => {
    expect(codecsFor(CHROMIUM_SOUND, 'audio', true)).toEqual(codecs('audio/red', 'audio/opus'));
    expect(codecsFor(codecs('audio/opus', 'audio/PCMU'), 'audio', true)).toEqual(codecs('audio/opus'));
  });

  it('is all that the browser knows where it knows none of ours', () => {
    expect(codecsFor(codecs('video/AV1'), 'video', false)).toEqual(codecs('video/AV1'));
  });
});
