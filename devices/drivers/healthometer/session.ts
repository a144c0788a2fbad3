import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createPushSession, type PushDevice } from '../../kit/sessions/push-session.ts';
import { createPacketDecoder, PACKETS_THAT_AGREE } from './decoder.ts';
import { manifest } from './manifest.ts';

const scale: PushDevice = {
  manifest,
  createDecoder: createPacketDecoder,
  kind: 'body-weight',
  feedback: (state) => ({
    measure: 'body-weight',
    state: state === 'receiving' ? 'settling' : 'waiting',
  }),
  // Packets come once a second, on 600KL a few times; some firmware sends what still moves, the baby scales all of it twice, and 2595KL
  // goes on with the last weight until it weighs again.
  repetition: { agreement: PACKETS_THAT_AGREE, standsMs: 1_500, pauseMs: 2_500 },
  captureMs: 120_000,
  messageBrokenMs: 2_000,
  foreignBytes: 512,
};

/** Waits for the packets that the scale repeats while somebody stands on it. */
export const createSession = (context: SessionContext): DriverSession => createPushSession(scale, context);
