import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, type Result } from '#core/result.ts';
import { APP_ORIGIN } from '../windows/app-protocol.ts';
import type { WindowRole } from '../windows/role-window.ts';

/** Finds the role of a page; undefined for any page that is not one of the cabin's windows. */
export type RoleOf = (contents: WebContents) => WindowRole | undefined;

/** The role of a message's sender, if it comes from the main frame of one of our windows, on our own origin. */
const senderRole = (event: IpcMainEvent | IpcMainInvokeEvent, roleOf: RoleOf): WindowRole | undefined => {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return undefined;
  if (!frame.url.startsWith(`${APP_ORIGIN}/`)) return undefined;
  return roleOf(event.sender);
};

export interface Channels {
  /** A question with an answer. A wrong sender gets `NOT_ALLOWED`, a payload that does not fit its schema `INVALID_MESSAGE`. */
  answer<Role extends WindowRole, Schema extends z.ZodType, Value>(
    name: string,
    roles: readonly Role[],
    schema: Schema,
    respond: (
      payload: z.infer<Schema>,
      role: Role,
    ) => Result<Value, Failure> | Promise<Result<Value, Failure>>,
  ): void;
  /** A message without an answer; one from a wrong sender, or that does not fit, is dropped. */
  listen<Schema extends z.ZodType>(
    name: string,
    roles: readonly WindowRole[],
    schema: Schema,
    receive: (payload: z.infer<Schema>, sender: WebContents) => void,
  ): void;
}

const isOneOf = <Role extends WindowRole>(
  role: WindowRole | undefined,
  roles: readonly Role[],
): role is Role => roles.some((one) => one === role);

/** There is no way to register a channel without saying who may use it and what fits through it. */
export const createChannels = (roleOf: RoleOf): Channels => ({
  answer: (name, roles, schema, respond) => {
    ipcMain.handle(name, (event, raw: unknown) => {
      const role = senderRole(event, roleOf);
      if (!isOneOf(role, roles)) return fail(failure('NOT_ALLOWED', name));
      const parsed = schema.safeParse(raw);
      return parsed.success ? respond(parsed.data, role) : fail(failure('INVALID_MESSAGE', name));
    });
  },
  listen: (name, roles, schema, receive) => {
    ipcMain.on(name, (event, raw: unknown) => {
      const role = senderRole(event, roleOf);
      if (!isOneOf(role, roles)) return;
      const parsed = schema.safeParse(raw);
      if (parsed.success) receive(parsed.data, event.sender);
    });
  },
});
