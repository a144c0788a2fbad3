import { describe, expect, it } from 'vitest';
import { type CallLevels, endOfCause } from '#core/call/ledger.ts';
import { failure } from '#core/contract/error-codes.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createLevelTeller } from './call-levels.ts';
import { type CallSnapshot, IDLE_CALL } from './call-snapshot.ts';

const HD = { rung: 'hd', strained: false } as const;
const WHOLE: CallSnapshot = {
  ...IDLE_CALL,
  state: 'connected',
  media: {
    local: 'sending',
    sends: { picture: true, sound: true },
    shut: { picture: false, sound: false },
    failures: [],
    remote: 'live',
  },
  sound: { voice: 'live', microphone: 'live' },
  quality: { outgoing: HD, incoming: HD },
};

/** What a call that is so is counted as. */
const levelsOf = (change: Partial<CallSnapshot>): CallLevels => {
  const told: CallLevels[] = [];
  const teller = createLevelTeller(createFakeClock(), (levels) => told.push(levels));
  teller.follow({ ...WHOLE, ...change });
  teller.close();
  const [levels] = told;
  if (levels === undefined) throw new Error('nothing was told');
  return levels;
};
const without = (part: 'picture' | 'sound', ...codes: Parameters<typeof failure>[0][]) => ({
  media: {
    ...WHOLE.media,
    sends: { ...WHOLE.media.sends, [part]: false },
    failures: codes.map((code) => failure(code)),
  },
});

describe('what the people get of one another', () => {
  it('is whole while nothing is wrong', () => {
    expect(levelsOf({})).toEqual({ outgoing: { level: 'video' }, incoming: { level: 'video' } });
  });

  it.each(['CAMERA_BUSY', 'CAMERA_MISSING', 'CAMERA_UNPLUGGED', 'CAMERA_REFUSED'] as const)(
    'is sound alone for %s, at either end',
    (code) => {
      expect(levelsOf(without('picture', code)).outgoing).toEqual({ level: 'audio', cause: code });
      const incoming = { rung: 'audio', reason: 'camera', strained: false } as const;
      expect(levelsOf({ quality: { outgoing: HD, incoming }, otherFaults: [code] }).incoming).toEqual({
        level: 'audio',
        cause: code,
      });
    },
  );

  it('is no picture where the picture is black, though it is sent', () => {
    const media = { ...WHOLE.media, failures: [failure('CAMERA_BLACK')] };
    const black = { level: 'audio', cause: 'CAMERA_BLACK' };
    expect(levelsOf({ media }).outgoing).toEqual(black);
    expect(levelsOf({ otherFaults: ['CAMERA_BLACK'] }).incoming).toEqual(black);
  });

  it('is a picture without sound where a voice is dead, whoever finds it', () => {
    const muted = levelsOf({ sound: { voice: 'live', microphone: 'silent' } });
    expect(muted).toEqual({
      outgoing: { level: 'picture', cause: 'MICROPHONE_SILENT' },
      incoming: { level: 'video' },
    });
    expect(levelsOf(without('sound', 'MICROPHONE_UNPLUGGED')).outgoing).toEqual({
      level: 'picture',
      cause: 'MICROPHONE_UNPLUGGED',
    });
    expect(levelsOf({ otherFaults: ['SOUND_LOST'] })).toEqual({
      outgoing: { level: 'picture', cause: 'SOUND_LOST' },
      incoming: { level: 'video' },
    });
    const lost = { sound: { voice: 'lost', microphone: 'live' } } as const;
    expect(levelsOf(lost)).toEqual({
      outgoing: { level: 'video' },
      incoming: { level: 'picture', cause: 'SOUND_LOST' },
    });
    // Packets that carry silence are no voice either; its own end knows why.
    expect(levelsOf({ otherFaults: ['MICROPHONE_SILENT'] }).incoming).toEqual({
      level: 'picture',
      cause: 'MICROPHONE_SILENT',
    });
    expect(levelsOf({ ...lost, otherFaults: ['MICROPHONE_UNPLUGGED'] }).incoming.cause).toBe(
      'MICROPHONE_UNPLUGGED',
    );
  });

  it.each(['LOUDSPEAKER_MISSING', 'LOUDSPEAKER_UNPLUGGED'] as const)(
    'is a picture without sound in the cabin alone for %s',
    (code) => {
      const media = { ...WHOLE.media, failures: [failure(code)] };
      expect(levelsOf({ media })).toEqual({
        outgoing: { level: 'video' },
        incoming: { level: 'picture', cause: code },
      });
      expect(endOfCause('incoming', code)).toBe('cabin');
    },
  );

  it('is sound alone where the picture stands still, whoever finds it', () => {
    expect(levelsOf({ otherFaults: ['PICTURE_FROZEN'] })).toEqual({
      outgoing: { level: 'audio', cause: 'PICTURE_FROZEN' },
      incoming: { level: 'video' },
    });
    expect(levelsOf({ frozen: true }).incoming).toEqual({ level: 'audio', cause: 'PICTURE_FROZEN' });
    // Nothing moves of what is sent as single pictures anyway.
    const stills = { rung: 'stills', reason: 'bandwidth', strained: false } as const;
    const thin = levelsOf({ quality: { outgoing: stills, incoming: HD }, otherFaults: ['PICTURE_FROZEN'] });
    expect(thin.outgoing).toEqual({ level: 'stills', cause: 'LINE_POOR' });
  });

  it('is nothing where neither goes, whatever the line bears', () => {
    const failures = [failure('CAMERA_UNPLUGGED'), failure('MICROPHONE_UNPLUGGED')];
    const media = { ...WHOLE.media, sends: { picture: false, sound: false }, failures };
    expect(levelsOf({ media }).outgoing).toEqual({ level: 'nothing', cause: 'MICROPHONE_UNPLUGGED' });
    const frozen = { frozen: true, sound: { voice: 'lost', microphone: 'live' } } as const;
    expect(levelsOf(frozen).incoming).toEqual({ level: 'nothing', cause: 'SOUND_LOST' });
    const audio = { rung: 'audio', reason: 'bandwidth', strained: false } as const;
    const silent = levelsOf({ ...frozen, quality: { outgoing: HD, incoming: audio } });
    expect(silent.incoming.level).toBe('nothing');
  });

  it('blames the line for what it does not bear, and nobody for what was chosen', () => {
    const thin = { rung: 'audio', reason: 'bandwidth', strained: false } as const;
    expect(levelsOf({ quality: { outgoing: thin, incoming: HD } }).outgoing).toEqual({
      level: 'audio',
      cause: 'LINE_POOR',
    });
    const forced = { rung: 'audio', reason: 'forced', strained: false } as const;
    expect(levelsOf({ quality: { outgoing: HD, incoming: forced } }).incoming).toEqual({ level: 'audio' });
    const off = { rung: 'none', reason: 'off', strained: false } as const;
    const closed = levelsOf({
      quality: { outgoing: HD, incoming: off },
      frozen: true,
      sound: { voice: 'lost', microphone: 'live' },
    });
    expect(closed.incoming).toEqual({ level: 'nothing' });
  });
});
