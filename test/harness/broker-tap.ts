import type { Page } from 'playwright';
import type { RunningCabin } from './cabin.ts';
import { framePayloads } from './web-socket-frames.ts';

/** Everything that went through the broker, from both ends: what the cabin sent, what the physician's page sent and received. */
export interface BrokerTap {
  messages(): Promise<readonly string[]>;
  /** Those of `texts` that stand in the traffic. */
  holding(texts: readonly string[]): Promise<readonly string[]>;
}

/** Opens the tap. The cabin's own traffic is copied in its main process, where it leaves: nothing of the product takes part. */
export const openBrokerTap = async (cabin: RunningCabin, physicianPage: Page): Promise<BrokerTap> => {
  const port = Number(new URL(cabin.physicianUrl).port);
  const ofPage: string[] = [];
  physicianPage.on('websocket', (socket) => {
    const keep = ({ payload }: { payload: string | Buffer }): void => {
      ofPage.push(payload.toString('utf8'));
    };
    socket.on('framesent', keep);
    socket.on('framereceived', keep);
  });
  await cabin.app.evaluate((_electron, brokerPort) => {
    const { Socket } = process.getBuiltinModule('node:net');
    const copies: Buffer[] = [];
    Object.assign(globalThis, { brokerTraffic: copies });
    const write = Socket.prototype.write;
    Socket.prototype.write = function (this: InstanceType<typeof Socket>, ...args: unknown[]) {
      const [chunk] = args;
      if (this.remotePort === brokerPort && (Buffer.isBuffer(chunk) || chunk instanceof Uint8Array)) {
        copies.push(Buffer.from(chunk));
      }
      return Reflect.apply(write, this, args) as boolean;
    };
  }, port);
  const ofCabin = async (): Promise<readonly string[]> => {
    const hex = await cabin.app.evaluate(() =>
      Buffer.concat((globalThis as unknown as { brokerTraffic: Buffer[] }).brokerTraffic).toString('hex'),
    );
    return framePayloads(Buffer.from(hex, 'hex')).map((payload) => payload.toString('utf8'));
  };
  const messages = async (): Promise<readonly string[]> => [...(await ofCabin()), ...ofPage];
  return {
    messages,
    holding: async (texts) => {
      const all = (await messages()).join('\n');
      return texts.filter((text) => all.includes(text));
    },
  };
};
