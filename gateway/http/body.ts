import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';

/** A sign-in is under 200 bytes. */
const LARGEST_BODY_BYTES = 4_096;

/** Reads a JSON body of a known shape; undefined for anything else. */
export const readBody = async <Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> => {
  // A form of another site cannot send this type without asking first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!(chunk instanceof Buffer)) return undefined;
      size += chunk.length;
      if (size > LARGEST_BODY_BYTES) return undefined;
      chunks.push(chunk);
    }
    return schema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data;
  } catch {
    return undefined;
  }
};
