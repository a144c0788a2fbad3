import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, type Result } from '#core/result.ts';
import { APP_ORIGIN } from '../windows/app-protocol.ts';
import type { WindowRole } from '../windows/role-window.ts';

/** Finds the role of a page; undefined for any page that is not one of the cabin's windows. */
export type RoleOf = (contents: WebContents) => WindowRole | undefined;

/** Who a message came from, and the way back to them. */
export interface Sender {
  readonly role: WindowRole;
  send(channel: string, payload: unknown): void;
  /** The window that it is; a tablet is none. */
  readonly contents?: WebContents;
}

/** The sender of a message, if it comes from the main frame of one of our windows, on our own origin. */
const windowBehind = (event: IpcMainEvent | IpcMainInvokeEvent, roleOf: RoleOf): Sender | undefined => {
  const { senderFrame: frame, sender: contents } = event;
  if (frame === null || frame !== contents.mainFrame) return undefined;
  if (!frame.url.startsWith(`${APP_ORIGIN}/`)) return undefined;
  const role = roleOf(contents);
  return role && { role, contents, send: (channel, payload) => contents.send(channel, payload) };
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
    receive: (payload: z.infer<Schema>, sender: Sender) => void,
  ): void;
  /**
   * The same channels for a sender that is no window of the cabin: same roles, same schemas, same answers. A message without an answer is
   * answered with undefined, a channel that there is not with `NOT_ALLOWED`.
   */
  pass(name: string, raw: unknown, sender: Sender): Promise<Result<unknown, Failure> | undefined>;
}

const isOneOf = <Role extends WindowRole>(
  role: WindowRole | undefined,
  roles: readonly Role[],
): role is Role => roles.some((one) => one === role);

type Door = (
  raw: unknown,
  sender: Sender | undefined,
) => Result<unknown, Failure> | Promise<Result<unknown, Failure>> | undefined;

/** There is no way to register a channel without saying who may use it and what fits through it. */
export const createChannels = (roleOf: RoleOf): Channels => {
  const doors = new Map<string, Door>();
  return {
    answer: (name, roles, schema, respond) => {
      const door: Door = (raw, sender) => {
        const role = sender?.role;
        if (!isOneOf(role, roles)) return fail(failure('NOT_ALLOWED', name));
        const parsed = schema.safeParse(raw);
        return parsed.success ? respond(parsed.data, role) : fail(failure('INVALID_MESSAGE', name));
      };
      doors.set(name, door);
      ipcMain.handle(name, (event, raw: unknown) => door(raw, windowBehind(event, roleOf)));
    },
    listen: (name, roles, schema, receive) => {
      const door: Door = (raw, sender) => {
        if (sender === undefined || !isOneOf(sender.role, roles)) return undefined;
        const parsed = schema.safeParse(raw);
        if (parsed.success) receive(parsed.data, sender);
        return undefined;
      };
      doors.set(name, door);
      ipcMain.on(name, (event, raw: unknown) => void door(raw, windowBehind(event, roleOf)));
    },
    pass: async (name, raw, sender) => {
      const door = doors.get(name);
      return door === undefined ? fail(failure('NOT_ALLOWED', name)) : door(raw, sender);
    },
  };
};
