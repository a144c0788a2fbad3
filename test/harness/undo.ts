interface Closable {
  close(): Promise<void>;
}

/** Closes what a test opened, last first, even when it failed half-way. */
export const inTurn = () => {
  const opened: Closable[] = [];
  return {
    later: <Opened extends Closable>(one: Opened): Opened => {
      opened.push(one);
      return one;
    },
    all: async (): Promise<void> => {
      for (const one of opened.reverse()) await one.close();
    },
  };
};
