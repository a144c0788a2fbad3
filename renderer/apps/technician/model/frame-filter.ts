import type { Frame } from '#core/contract/bench.ts';

/** What of the frames is shown. */
export interface FrameFilter {
  readonly text: string;
  readonly direction: 'both' | Frame['direction'];
}

export const EVERYTHING: FrameFilter = { text: '', direction: 'both' };

/** What a frame says, in one line: `real-time data: SpO2 97, pulse 72`. */
export const decodedText = ({ name, fields }: Pick<Frame, 'name' | 'fields'>): string =>
  fields.length === 0 ? name : `${name}: ${fields.map(([field, value]) => `${field} ${value}`).join(', ')}`;

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

/** Whether a frame fits: a part of its words, or bytes as they are typed, with spaces or without. */
export const fits = (frame: Frame, { text, direction }: FrameFilter): boolean => {
  if (direction !== 'both' && frame.direction !== direction) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const bytes = withoutSpaces(wanted);
  const isHex = /^[0-9a-f]+$/.test(bytes);
  return (
    decodedText(frame).toLowerCase().includes(wanted) ||
    (isHex && withoutSpaces(frame.hex).toLowerCase().includes(bytes))
  );
};
