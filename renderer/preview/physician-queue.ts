import type { CabinPresence, Ticket } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { INSTRUMENT_ROLES } from '#core/instruments/bindings.ts';
import type { DeskSnapshot } from '#gateway/client/physician-desk.ts';
import type { QueueEntry } from '#gateway/client/queue.ts';
import { ago } from './ago.ts';

const presence: CabinPresence = {
  state: 'online',
  siteName: 'Mairie de Saint-Aubin',
  siteKind: 'town-hall',
  assisted: true,
  languages: ['fr', 'en'],
  capabilities: ['oximetry', 'blood-pressure', 'body-weight'],
  instruments: [...INSTRUMENT_ROLES],
  simulation: true,
  protocolVersion: PROTOCOL_VERSION,
};
const waiting = (ticketId: string, minutes: number): Extract<Ticket, { state: 'waiting' }> => ({
  state: 'waiting',
  ticketId,
  since: ago(minutes),
  language: 'fr',
});
const entries: readonly QueueEntry[] = [
  {
    siteId: 'saint-aubin',
    cabinId: 'cabine-1',
    presence,
    ticket: { ...waiting('ticket-1', 12), interruptedWith: 'benali' },
    holder: 'nobody',
    mineBefore: true,
    compatible: true,
  },
  {
    siteId: 'combourg',
    cabinId: 'cabine-1',
    presence: {
      ...presence,
      siteName: 'Pharmacie du Château, Combourg-sous-la-Vieille-Ville',
      siteKind: 'pharmacy',
      capabilities: ['oximetry'],
      instruments: ['stethoscope', 'throat'],
    },
    ticket: { ...waiting('ticket-2', 4), state: 'taken', physicianId: 'martin' },
    holder: 'other',
    mineBefore: false,
    compatible: true,
  },
  {
    siteId: 'tinteniac',
    cabinId: 'cabine-2',
    presence: {
      ...presence,
      siteName: 'Mairie de Tinténiac',
      assisted: false,
      capabilities: [],
      instruments: [],
    },
    ticket: { ...waiting('ticket-3', 1), language: 'en' },
    holder: 'nobody',
    mineBefore: false,
    compatible: false,
  },
];
const place = { siteId: 'combourg', cabinId: 'cabine-1', ticketId: 'ticket-2' };

/** States of the queue. */
export const QUEUE: Record<string, DeskSnapshot> = {
  queue: { connection: { state: 'connected' }, queue: entries, claim: { state: 'none' } },
  taken: {
    connection: { state: 'lost' },
    queue: entries,
    claim: { state: 'refused', place, code: 'ALREADY_TAKEN' },
  },
  nobody: { connection: { state: 'connected' }, queue: [], claim: { state: 'ended', place } },
};
