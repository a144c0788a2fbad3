import { createHash } from 'node:crypto';
import { toTransactionBundle } from '#core/handover/bundle.ts';
import { visitRecordSchema } from '#core/handover/record.ts';
import { fail, ok, type Result } from '#core/result.ts';

const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('not a JSON document');
  }
};

const decodeUtf8 = (bytes: Uint8Array): Result<string, string> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('not UTF-8 text');
  }
};

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

/**
 * The FHIR transaction of a saved visit, as indented JSON. Its time is the visit's end, so that a file always gives the same bundle.
 * The failure is one line that names the first wrong field by its path.
 */
export const exportVisit = (bytes: Uint8Array): Result<string, string> => {
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return json;
  const record = visitRecordSchema.safeParse(json.value);
  if (!record.success) {
    const [issue] = record.error.issues;
    const path = issue?.path.join('.') ?? '';
    return fail(`${path === '' ? 'the document' : path}: ${issue?.message ?? 'is not a saved visit'}`);
  }
  const bundle = toTransactionBundle(record.data, { sha1, now: record.data.endedAt });
  return ok(`${JSON.stringify(bundle, undefined, 2)}\n`);
};
