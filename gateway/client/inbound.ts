import type * as z from 'zod';

/** Reads MQTT payloads as JSON of a known shape, and counts what is not. */
export interface Inbound {
  /** The message, or undefined when it is not JSON of this schema: then it is counted and dropped. */
  read<Schema extends z.ZodType>(schema: Schema, payload: Uint8Array): z.infer<Schema> | undefined;
  /** How many messages were dropped. */
  dropped(): number;
}

/** A reader with its own count. */
export const createInbound = (): Inbound => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let dropped = 0;
  return {
    read: (schema, payload) => {
      try {
        const parsed = schema.safeParse(JSON.parse(decoder.decode(payload)));
        if (parsed.success) return parsed.data;
      } catch {
        // Not UTF-8 or not JSON: counted below like any other stranger.
      }
      dropped += 1;
      return undefined;
    },
    dropped: () => dropped,
  };
};
