import { once } from 'node:events';
import { inProject } from '#test/harness/paths.ts';
import type { Network } from './network.ts';

/** Calls `changed` when the addresses of this place are others than before, found by the product's own watch in a process there. */
export const watchPlace = async <Node extends string>(
  network: Network<Node>,
  node: Node,
  changed: () => void,
): Promise<{ close(): Promise<void> }> => {
  const child = network.spawn(
    node,
    process.execPath,
    ['--import', 'tsx', inProject('test', 'harness', 'network', 'watch-process.ts')],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  await once(child, 'message');
  child.on('message', changed);
  return {
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
