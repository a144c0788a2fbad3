import type { Page, WebSocketRoute } from 'playwright';

type Message = string | Buffer;

/** SHA-256 of a certificate that neither end has. */
const STRANGE = Array(32).fill('EE').join(':');

/** The line between a physician's page and the broker, in a tester's hands. */
export interface BrokerLine {
  /** Ends the connection without a good-bye; new ones fail until `mend`. */
  cut(): void;
  mend(): void;
  /** Changes what the page says; a message that is held back would hold up those behind it (MQTT, QoS 1). */
  fromPage: (message: Message) => Message;
  /** The same for what the page is told. */
  toPage: (message: Message) => Message;
}

export const asItIs = (message: Message): Message => message;

/** Must come before the page opens its connection. */
export const holdBrokerLine = async (page: Page): Promise<BrokerLine> => {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  const line: BrokerLine = {
    fromPage: asItIs,
    toPage: asItIs,
    cut: () => {
      isCut = true;
      for (const socket of open) void socket.close();
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
  await page.routeWebSocket(/\/mqtt/, (ofPage) => {
    if (isCut) {
      void ofPage.close();
      return;
    }
    const ofBroker = ofPage.connectToServer();
    open.add(ofPage).add(ofBroker);
    ofPage.onMessage((message) => ofBroker.send(line.fromPage(message)));
    ofBroker.onMessage((message) => ofPage.send(line.toPage(message)));
  });
  return line;
};

/** Replaces text of the same length in a message, so that its lengths stay true. */
export const replaced = (message: Message, text: string, by: string): Message => {
  if (typeof message === 'string') return message.replaceAll(text, by);
  return Buffer.from(message.toString('latin1').replaceAll(text, by), 'latin1');
};

/** Puts a stranger's certificate in the place of the true one; the lengths stay as they are. */
export const withAnotherCertificate = (message: Message): Message => {
  const change = (text: string) => text.replaceAll(/(?<=a=fingerprint:sha-256 )[0-9A-F:]{95}/g, STRANGE);
  return typeof message === 'string'
    ? change(message)
    : Buffer.from(change(message.toString('latin1')), 'latin1');
};
