import type { Stop } from './call-snapshot.ts';

/** Network Information API: Chromium alone has it, and says the type on phones and tablets only. */
interface Connection extends EventTarget {
  readonly type?: string | undefined;
}
declare global {
  interface Navigator {
    readonly connection?: Connection;
  }
}

/** What a page can see of its machine's network: a `Window`, or what a test puts in its place. */
export interface PageNetwork extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly navigator: Pick<Navigator, 'connection'>;
}

/**
 * Calls `changed` when the browser is back online, or on another kind of network. The connection's own event also comes with each new
 * estimate of its speed, which changes no address.
 */
export const watchPageNetwork = (page: PageNetwork, changed: () => void): Stop => {
  const { connection } = page.navigator;
  let type = connection?.type;
  const connectionChanged = (): void => {
    const before = type;
    type = connection?.type;
    if (type !== before && type !== 'none') changed();
  };
  page.addEventListener('online', changed);
  connection?.addEventListener('change', connectionChanged);
  return () => {
    page.removeEventListener('online', changed);
    connection?.removeEventListener('change', connectionChanged);
  };
};
