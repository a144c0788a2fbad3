/** What a host says (CMS50Dplus of A. Brask, 2015; no document). */
export const COMMANDS = {
  /** The device stops its live data and sends its recording. */
  recording: [0xf5, 0xf5],
  /** Back to live data. */
  live: [0xf6, 0xf6, 0xf6],
} as const;
export type CommandName = keyof typeof COMMANDS;

/** Bytes of a command. */
export const command = (name: CommandName): Uint8Array => Uint8Array.from(COMMANDS[name]);

/** A command, or a byte that is none. */
export interface HostSaid {
  readonly name: CommandName | undefined;
  readonly raw: Uint8Array;
}

/** Cuts what the host sends into commands. */
export const createHostReader = (): { push(bytes: Uint8Array): HostSaid[] } => {
  let pending: number[] = [];
  const isWhole = (name: CommandName): boolean =>
    pending.length === COMMANDS[name].length &&
    COMMANDS[name].every((byte, index) => pending[index] === byte);
  const isBeginning = (): boolean =>
    Object.values(COMMANDS).some((whole) => pending.every((byte, index) => whole[index] === byte));

  const takeByte = (byte: number): HostSaid[] => {
    pending.push(byte);
    const name = (['recording', 'live'] as const).find(isWhole);
    if (name === undefined && isBeginning()) return [];
    const raw = Uint8Array.from(pending);
    pending = [];
    return [{ name, raw }];
  };
  return { push: (bytes) => Array.from(bytes).flatMap(takeByte) };
};
