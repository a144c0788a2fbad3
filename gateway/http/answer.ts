import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#core/contract/error-codes.ts';

/** What is sent back to a request. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly content?: Buffer | string;
  readonly cache?: string;
  /** How the content is compressed (RFC 9110, 8.4); null: it is not, although it might be for another browser. */
  readonly encoding?: 'br' | 'gzip' | null;
  readonly location?: string;
  readonly cookies?: readonly string[];
}

/** What answers a method and a path, such as `POST /sign-out`. */
export type Routes = Readonly<Record<string, (request: IncomingMessage) => Promise<Answer>>>;

export const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  content: JSON.stringify(body),
});

/** A code of the catalogue and nothing else. */
export const refusal = (status: number, code: ErrorCode): Answer => json(status, { code });

/** Sends the browser elsewhere with a GET. */
export const redirect = (location: string, cookies: readonly string[] = []): Answer => ({
  status: 303,
  location,
  cookies,
});
