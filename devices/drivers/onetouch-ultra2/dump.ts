import type { StoredRecord } from '../../kit/sessions/record-session.ts';
import type { LineEvent } from './lines.ts';
import { readMessage } from './messages.ts';
import { readRecord, recordKey, type Speaker } from './record.ts';

/** A dump holds up to 500 records and takes half a minute: its newest ones are enough, and they come first. */
const HANDFUL = 10;

export type DumpOutcome =
  | { readonly type: 'records'; readonly serial: string; readonly records: readonly StoredRecord[] }
  | { readonly type: 'damaged' };

/** Collects the head of a dump and its newest records, undefined while they are still coming in; `announce` hears how many there are. */
export const createDump = (
  device: Speaker['device'],
  announce: (records: number) => void,
): { take(event: LineEvent): DumpOutcome | undefined } => {
  let header: { readonly records: number; readonly serial: string; readonly speaker: Speaker } | undefined;
  const records: StoredRecord[] = [];

  return {
    take: (event) => {
      if (event.type !== 'line') return { type: 'damaged' };
      const message = readMessage(event.text);
      if (message.type === 'header') {
        header = { ...message, speaker: { device, unit: message.unit } };
        announce(message.records);
      } else if (message.type === 'record' && header !== undefined) {
        const reading = readRecord(message.text, header.speaker);
        records.push({ reading, raw: event.raw, key: recordKey(message.text) });
      }
      return header !== undefined && records.length === Math.min(header.records, HANDFUL)
        ? { type: 'records', serial: header.serial, records }
        : undefined;
    },
  };
};
