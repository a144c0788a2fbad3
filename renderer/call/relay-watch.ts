import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { Milliseconds } from '#core/time.ts';

/** Later than a satellite line takes to join, soon enough to try again before the attempt is given up. Milliseconds. */
const CHECK_MS: Milliseconds = 5_000;

/** What the relay says of this side's credential, in one attempt after the other. */
export interface RelayWatch {
  /** An attempt begins with these servers. */
  begin(servers: readonly IceServer[], nowMs: Milliseconds): void;
  /** The attempt has not joined yet: whether it is time to ask the relay itself, true once. */
  mustCheck(nowMs: Milliseconds): boolean;
  /** The relay refuses: what to do; `known` says nothing new. */
  refused(detail: string): 'restart' | 'refused' | 'known';
  /** Other servers were set while the attempt joins: whether candidates are to be gathered anew at once. */
  renewed(servers: readonly IceServer[]): boolean;
  /** RELAY_REFUSED with the relay's answer; undefined while it refuses nothing. */
  failure(): Failure | undefined;
}

export const createRelayWatch = (): RelayWatch => {
  let refusal: Failure | undefined;
  let beganMs: Milliseconds = 0;
  let checked = false;
  let equipped = false;
  /** Fresh credentials came, and candidates are still gathered with those before. */
  let untried = false;
  return {
    begin: (servers, nowMs) => {
      refusal = undefined;
      beganMs = nowMs;
      checked = false;
      equipped = servers.length > 0;
      untried = false;
    },
    mustCheck: (nowMs) => {
      const must = !checked && !refusal && nowMs - beganMs >= CHECK_MS;
      checked ||= must;
      return must;
    },
    refused: (detail) => {
      if (refusal) return 'known';
      if (untried) {
        untried = false;
        return 'restart';
      }
      refusal = failure('RELAY_REFUSED', detail);
      return 'refused';
    },
    renewed: (servers) => {
      if (servers.length === 0) return false;
      const now = refusal !== undefined || !equipped;
      untried = !now;
      equipped = true;
      return now;
    },
    failure: () => refusal,
  };
};
