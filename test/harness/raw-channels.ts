import type { Page } from 'playwright';

type Watched = Window & { openedChannels?: RTCDataChannel[] };

/** Keeps hold of every channel that the page opens from its next load on. */
export const watchChannels = (page: Page): Promise<void> =>
  page
    .addInitScript(() => {
      const channels: RTCDataChannel[] = [];
      (window as Watched).openedChannels = channels;
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          this.addEventListener('datachannel', ({ channel }) => channels.push(channel));
        }
        override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
          const channel = super.createDataChannel(label, options);
          channels.push(channel);
          return channel;
        }
      };
    })
    .then(() => undefined);

/** Sends what no page of ours would over every open channel of the page, text and bytes; gives how many channels that were. */
export const sendNonsense = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const open = ((window as Watched).openedChannels ?? []).filter(({ readyState }) => readyState === 'open');
    for (const channel of open) {
      channel.send('\0{"type":');
      channel.send('x'.repeat(2_000));
      channel.send(new Uint8Array([1, 0, 9, 0, 0, 0, 0, 255]));
      channel.send(new Uint8Array(20_000));
    }
    return open.length;
  });
