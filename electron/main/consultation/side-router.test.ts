import { beforeEach, describe, expect, it } from 'vitest';
import type { CallParty, SideMessage } from '#core/contract/side-calls.ts';
import { createSideRouter, type SideRouter } from './side-router.ts';

const call = 'guest-patient' as const;
const signal = { type: 'offer', sdp: 'v=0' } as const;
let router: SideRouter;
let relayRefusals: number;
let sent: { readonly to: CallParty; readonly message: SideMessage }[];
beforeEach(() => {
  let ids = 0;
  sent = [];
  relayRefusals = 0;
  router = createSideRouter({
    newId: () => {
      ids += 1;
      return `attempt-${ids}`;
    },
    deliver: (to, message) => sent.push({ to, message }),
    onRelayRefused: () => {
      relayRefusals += 1;
    },
  });
});
const told = (party: CallParty) => sent.filter(({ to }) => to === party).map(({ message }) => message.type);
const attempt = (generation: number) => ({ attemptId: `attempt-${generation}`, generation });
const begin = (): void => {
  router.set(call, true);
  router.receive('patient', { type: 'ready', call });
  router.receive('guest', { type: 'ready', call });
};

describe('signals of side calls', () => {
  it('begin an attempt once both ends are ready, and only at the end that offers', () => {
    router.set(call, true);
    router.receive('guest', { type: 'ready', call });
    expect(told('patient')).toEqual(['on']);
    router.receive('patient', { type: 'ready', call });
    expect(told('patient')).toEqual(['on', 'open']);
    expect(told('guest')).toEqual(['on']);
  });

  it('go to the other end, of the present attempt only, and never to anybody else', () => {
    begin();
    sent = [];
    router.receive('patient', { type: 'signal', call, attempt: attempt(1), signal });
    router.receive('guest', { type: 'signal', call, attempt: attempt(1), signal });
    expect(sent.map(({ to }) => to)).toEqual(['guest', 'patient']);
    router.receive('guest', { type: 'ready', call });
    sent = [];
    router.receive('guest', { type: 'signal', call, attempt: attempt(1), signal });
    expect(sent).toEqual([]);
  });

  it('of whoever is no end of the call are not heard, nor what only the router says', () => {
    router.set(call, true);
    sent = [];
    for (const party of ['physician', 'assistant'] as const) router.receive(party, { type: 'ready', call });
    router.receive('guest', { type: 'open', call, attempt: attempt(1) });
    router.receive('guest', { type: 'off', call });
    router.receive('guest', { type: 'ready', call: 'assistant-physician' });
    expect(sent).toEqual([]);
  });

  it('that were refused are told to the other end, of the present attempt only', () => {
    begin();
    sent = [];
    const refused = (generation: number): SideMessage => ({
      type: 'refused',
      call,
      attempt: attempt(generation),
      code: 'PEER_FORGED',
    });
    router.receive('guest', refused(1));
    router.receive('patient', refused(1));
    router.receive('guest', refused(2));
    expect(sent).toEqual([
      { to: 'patient', message: refused(1) },
      { to: 'guest', message: refused(1) },
    ]);
  });

  it('of a call from which nothing can come are refused to both ends, once there is an attempt', () => {
    router.set(call, true);
    sent = [];
    router.refuse(call, 'PEER_FORGED');
    expect(sent).toEqual([]);
    begin();
    sent = [];
    router.refuse(call, 'PEER_FORGED');
    const message: SideMessage = { type: 'refused', call, attempt: attempt(1), code: 'PEER_FORGED' };
    expect(sent).toEqual([
      { to: 'patient', message },
      { to: 'guest', message },
    ]);
  });

  it('say that the relay refuses only by an end of a call that is on', () => {
    router.receive('patient', { type: 'relay-refused', call });
    router.set(call, true);
    router.receive('assistant', { type: 'relay-refused', call });
    expect(relayRefusals).toBe(0);
    router.receive('patient', { type: 'relay-refused', call });
    expect([relayRefusals, router.held()]).toEqual([1, [call]]);
  });

  it('are nobody’s while the call is off', () => {
    begin();
    router.set(call, false);
    sent = [];
    router.receive('guest', { type: 'ready', call });
    router.receive('patient', { type: 'ready', call });
    router.receive('guest', { type: 'signal', call, attempt: attempt(1), signal });
    expect(sent).toEqual([]);
  });

  it('restart ICE by the word of the end that answers', () => {
    begin();
    sent = [];
    router.receive('patient', { type: 'restart', call, attempt: attempt(1) });
    expect(sent).toEqual([]);
    router.receive('guest', { type: 'restart', call, attempt: attempt(1) });
    expect(told('patient')).toEqual(['restart']);
  });

  it('tell a page that is loaded again what it is to hold, and wait for it', () => {
    begin();
    sent = [];
    router.opened('guest');
    expect(sent.map(({ message }) => [message.call, message.type])).toEqual([
      ['guest-patient', 'on'],
      ['guest-physician', 'off'],
    ]);
    router.receive('patient', { type: 'ready', call });
    expect(told('patient')).toEqual([]);
    router.receive('guest', { type: 'ready', call });
    expect(told('patient')).toEqual(['open']);
  });
});
