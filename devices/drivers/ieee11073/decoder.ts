import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { type ApduEvent, createApduStream } from './codec/apdu-stream.ts';
import { manifest } from './manifest.ts';
import { createAgent } from './model/agent.ts';
import { interpretMessage } from './model/interpret.ts';

/** The readings of every scan report and stored page, once the configuration that explains it was seen or is a standard one. */
export const createDecoder = (): Decoder => {
  const stream = createApduStream();
  const agent = createAgent(manifest.identity);

  const damaged = (detail: string | undefined): DecodedReading => ({
    kind: agent.measures()[0] ?? manifest.measures[0] ?? 'oximetry',
    status: 'invalid',
    reason: 'structure',
    ...(detail === undefined ? {} : { detail }),
    flags: [],
    device: agent.identity(),
    frames: 1,
  });

  const take = (event: ApduEvent): Decoded[] => {
    const { raw } = event;
    if (event.type === 'damage') return [{ type: 'reading', reading: damaged(undefined), raw }];
    const { apdu } = event;
    if (apdu.type === 'association-request' && apdu.request.information !== undefined)
      agent.associate(apdu.request.information);
    if (apdu.type !== 'data') return [];
    const found = interpretMessage(agent, apdu.message);
    if (found.type === 'unreadable') return [{ type: 'reading', reading: damaged(found.detail), raw }];
    return found.readings.map(({ reading }) => ({ type: 'reading', reading, raw }));
  };

  return {
    push: (bytes) => stream.push(bytes).flatMap(take),
    end: () => stream.end().flatMap(take),
  };
};
