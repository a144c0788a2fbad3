/** Passes each message on to everyone who listens at that moment. */
export type Fan<Message> = {
  readonly send: (message: Message) => void;
  /** Returns the function that stops listening. */
  readonly listen: (listener: (message: Message) => void) => () => void;
};

export const createFan = <Message>(): Fan<Message> => {
  const listeners = new Set<(message: Message) => void>();
  return {
    send: (message) => {
      for (const listener of listeners) listener(message);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
