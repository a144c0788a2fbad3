import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LiveMessage } from '#core/contract/live.ts';
import { openDevicePort } from './device-port.ts';

const ORIGIN = 'app://cabin';
const beat = (sentAtMs: number): LiveMessage => ({ type: 'beat', sentAtMs });

/** A window that can only hear messages, and a way to post one to it. */
const fakeWindow = () => {
  const target = new EventTarget();
  const self = Object.assign(target, { location: { origin: ORIGIN } });
  const post = (data: unknown, ports: MessagePort[], source: unknown = self, origin = ORIGIN) => {
    const event = Object.assign(new Event('message'), { data, ports, source, origin });
    target.dispatchEvent(event);
  };
  // The page's own window is the only type the code under test accepts; the fake has what it uses of it.
  return { window: self as unknown as Window, post };
};

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const listen = () => {
  const { window, post } = fakeWindow();
  const onMessage = vi.fn<(message: LiveMessage) => void>();
  const onLost = vi.fn();
  const connectDevices = vi.fn();
  open.push(openDevicePort({ window, connectDevices }, { onMessage, onLost }));
  const channel = () => {
    const { port1, port2 } = new MessageChannel();
    open.push(() => port1.close());
    return { far: port1, near: port2 };
  };
  return { post, onMessage, onLost, connectDevices, channel };
};

describe('openDevicePort', () => {
  it('asks once it listens, and passes messages of the contract on', async () => {
    const { post, onMessage, connectDevices, channel } = listen();
    expect(connectDevices).toHaveBeenCalledOnce();
    const { far, near } = channel();
    post({ channel: 'device-port' }, [near]);
    far.postMessage({ type: 'wave', samples: ['rubbish'] });
    far.postMessage(beat(7));
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalledWith(beat(7)));
    expect(onMessage).toHaveBeenCalledOnce();
  });

  it('ignores ports that another window or origin posts', async () => {
    const { post, onMessage, channel } = listen();
    const foreign = channel();
    const own = channel();
    post({ channel: 'device-port' }, [foreign.near], {});
    post({ channel: 'device-port' }, [foreign.near], undefined, 'https://elsewhere.example');
    post({ channel: 'something-else' }, [foreign.near]);
    post({ channel: 'device-port' }, [own.near]);
    foreign.far.postMessage(beat(1));
    own.far.postMessage(beat(2));
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalled());
    expect(onMessage.mock.calls).toEqual([[beat(2)]]);
  });

  it('says that the host is lost when its port closes, but not when a new port replaced it', async () => {
    const { post, onMessage, onLost, channel } = listen();
    const first = channel();
    const second = channel();
    post({ channel: 'device-port' }, [first.near]);
    post({ channel: 'device-port' }, [second.near]);
    second.far.postMessage(beat(3));
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalledWith(beat(3)));
    expect(onLost).not.toHaveBeenCalled();
    second.far.close();
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce());
  });
});
