interface Closable {
  close(): Promise<void>;
}

export type Undo = ReturnType<typeof inTurn>;

/** Closes what a test opened, last first, even when it failed half-way. */
export const inTurn = () => {
  const opened: Closable[] = [];
  return {
    later: <Opened extends Closable>(one: Opened): Opened => {
      opened.push(one);
      return one;
    },
    all: async (): Promise<void> => {
      const failures: unknown[] = [];
      for (const one of opened.splice(0).reverse()) {
        await one.close().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
};
