import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';

/** What is sent here is under 200 bytes. */
const LARGEST_BODY_BYTES = 4_096;

const readText = async (request: IncomingMessage, type: string): Promise<string | undefined> => {
  if ((request.headers['content-type'] ?? '').split(';')[0]?.trim() !== type) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) return undefined;
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Reads a JSON body of a known shape; undefined for anything else. A form of another site cannot send this type without asking first. */
export const readBody = async <Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> => {
  try {
    const text = await readText(request, 'application/json');
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Reads what a form of a page without scripts sends; undefined for anything else. */
export const readForm = async <Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> => {
  try {
    const text = await readText(request, 'application/x-www-form-urlencoded');
    return text === undefined
      ? undefined
      : schema.safeParse(Object.fromEntries(new URLSearchParams(text))).data;
  } catch {
    return undefined;
  }
};
