import type { LineMeasure } from '#core/call/line-test.ts';
import type { CallEvent } from '#core/contract/ipc.ts';
import type { ToPhysician } from '#core/contract/signalling.ts';
import { AWA, BENALI } from '#core/visit/fake-visit.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createCallRelay } from '#electron/main/consultation/call-relay.ts';
import { createClaims } from '#electron/main/consultation/claims.ts';
import { createMemoryJournal } from '#electron/main/visit/journal.ts';
import { createVisitKeeper } from '#electron/main/visit/keeper.ts';
import { TRUSTING_PROVER } from './trusting-prover.ts';

const AGREED = {
  teleconsultation: true,
  'assistant-present': true,
  'report-to-doctor': false,
  'report-to-shared-record': false,
};

interface ClaimRigOptions {
  readonly onLine?: (line: LineMeasure) => void;
  readonly ownLine?: () => LineMeasure | undefined;
  readonly cardOf?: (physicianId: string) => PhysicianCard | undefined;
  /** Called while the patient's window is told something. */
  readonly onWindow?: (event: CallEvent) => void;
}

/** The cabin's part in claims with a patient who waits, broker and window played by hand. */
export const openClaimRig = ({
  onLine = () => {},
  ownLine = () => undefined,
  cardOf = () => BENALI,
  onWindow = () => {},
}: ClaimRigOptions = {}) => {
  const clock = createFakeClock();
  const sent: { to: string; message: ToPhysician }[] = [];
  const toWindow: CallEvent[] = [];
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const keeper = createVisitKeeper({
    clock,
    newId,
    journal: createMemoryJournal(),
    language: 'fr',
    onDuty: () => AWA,
  });
  const send = (to: string, message: ToPhysician): void => void sent.push({ to, message });
  const relay = createCallRelay({
    newId,
    toWindow: (event) => {
      toWindow.push(event);
      onWindow(event);
    },
    toPhysician: send,
    prover: TRUSTING_PROVER,
  });
  const claims = createClaims({ keeper, relay, clock, cardOf, send, onLine, ownLine });
  keeper.onEvent(() => claims.refresh());
  keeper.ask('patient', { type: 'start-visit' });
  keeper.ask('patient', { type: 'answer-red-flags', flags: [] });
  keeper.ask('patient', { type: 'acknowledge-capabilities' });
  keeper.ask('assistant', {
    type: 'enter-identity',
    identity: { familyName: 'Riou', givenName: 'Madeleine', birthDate: '1947-11-30', sex: 'female' },
  });
  keeper.ask('patient', { type: 'give-consents', consents: AGREED });
  keeper.ask('patient', { type: 'give-reason', reason: { pictures: ['pain'], text: 'mal au dos' } });
  return { clock, keeper, relay, claims, sent, toWindow };
};
export type ClaimRig = ReturnType<typeof openClaimRig>;
