import type { SideCallName } from '#core/contract/side-calls.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { SideRefusal } from './side-guards.ts';

/** Which side calls are refused now, for the cabin's screens and the record. */
export interface SideRefusals {
  note(refusal: SideRefusal): void;
  /** This call is proven, or off. */
  clear(call: SideCallName): void;
  list(): readonly SideRefusal[];
  close(): void;
}

interface SideRefusalsOptions {
  readonly clock: Clock;
  readonly onChange: (refusals: readonly SideRefusal[]) => void;
  /** The first of its kind since the call was last proven or began. */
  readonly onFirst: (refusal: SideRefusal) => void;
}

/** Both ends try again every few seconds, and say each time what they find: what is not said any more is over. */
const LASTS_MS: Milliseconds = 20_000;

export const createSideRefusals = ({ clock, onChange, onFirst }: SideRefusalsOptions): SideRefusals => {
  const present = new Map<SideCallName, { readonly refusal: SideRefusal; readonly cancel: () => void }>();
  const told = new Set<string>();
  const list = (): readonly SideRefusal[] => [...present.values()].map(({ refusal }) => refusal);

  const end = (call: SideCallName): void => {
    present.get(call)?.cancel();
    if (present.delete(call)) onChange(list());
  };

  return {
    note: (refusal) => {
      const { call, code } = refusal;
      const before = present.get(call);
      before?.cancel();
      present.set(call, { refusal, cancel: clock.after(LASTS_MS, () => end(call)) });
      if (before?.refusal.code !== code) onChange(list());
      const kind = `${call} ${code}`;
      if (told.has(kind)) return;
      told.add(kind);
      onFirst(refusal);
    },
    clear: (call) => {
      for (const kind of told) if (kind.startsWith(`${call} `)) told.delete(kind);
      end(call);
    },
    list,
    close: () => {
      for (const { cancel } of present.values()) cancel();
    },
  };
};
