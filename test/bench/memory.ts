import { streamFor } from '#test/harness/hour-of-stream.ts';
import { type Figure, figureOf } from './figure.ts';

const MINUTES = 60;

/** Memory that the device host gains over an hour of an oximeter's stream, on a clock that runs as fast as it can. */
export const memoryFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  progress(`memory: ${MINUTES} minutes of stream`);
  const { slopePerMinute } = await streamFor(MINUTES);
  return [{ ...figureOf('device-host-memory-growth', [slopePerMinute * MINUTES]), unit: 'KB/h' }];
};
