import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Company, Guest } from './company.ts';
import type { CompanyEvent } from './events.ts';

const withGuest = (company: Company, guestId: string, change: (guest: Guest) => Guest['state']): Company => ({
  ...company,
  guests: company.guests.map((guest) =>
    guest.guestId === guestId ? { ...guest, state: change(guest) } : guest,
  ),
});

/** What remains of a guest who is over: the name they gave, and the stay, if they were let in. */
const traceOf = ({ state }: Guest, until: Instant) => {
  if (state.state === 'arrived') return { name: state.name };
  return state.state === 'present' ? { name: state.name, stay: { since: state.since, until } } : {};
};

/** The company after an event at `at`. Pure. */
export const evolveCompany = (company: Company, body: CompanyEvent, at: Instant): Company => {
  switch (body.type) {
    case 'assistant-joined':
      return { ...company, assistant: 'joined' };
    case 'assistant-stepped-out':
      return { ...company, assistant: 'beside' };
    case 'guest-invited': {
      const { type: _type, ...guest } = body;
      return {
        ...company,
        guests: [...company.guests, { ...guest, invitedAt: at, state: { state: 'invited' } }],
      };
    }
    case 'guest-arrived':
      return withGuest(company, body.guestId, () => ({ state: 'arrived', name: body.name }));
    case 'guest-joined':
      return withGuest(company, body.guestId, ({ state }) =>
        state.state === 'arrived' ? { state: 'present', name: state.name, since: at } : state,
      );
    case 'guest-gone':
      return withGuest(company, body.guestId, (guest) => ({
        state: 'over',
        ending: body.ending,
        ...traceOf(guest, at),
      }));
    default:
      return assertNever(body);
  }
};
