import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How often a holder shows that it is alive, in ms. */
const heartbeat = 5_000;
/** Silence after which a holder is taken for dead, in ms; its process number may have been given to another. */
const deadAfter = 60_000;

/**
 * Runs `work` while no other process that asks for the same lock does. A holder that died is passed over.
 * @template T
 * @param {string} folder a path that nothing else uses; it exists while the lock is held
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (pid: number) => void }} [options] `onWait` is told once when another process holds it
 * @returns {Promise<T>}
 */
export const withLock = async (folder, work, { onWait } = {}) => {
  await mkdir(dirname(folder), { recursive: true });
  const mine = { id: randomUUID(), pid: process.pid };
  let told = false;
  while (!(await take(folder, mine))) {
    const holder = await holderOf(folder);
    if (holder === undefined) await delay(20);
    else if (holder.dead) await bury(folder, holder.id);
    else {
      if (!told) onWait?.(holder.pid);
      told = true;
      await delay(200);
    }
  }
  const beat = setInterval(
    () => void utimes(join(folder, 'owner'), new Date(), new Date()).catch(() => undefined),
    heartbeat,
  );
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await release(folder, mine.id);
  }
};

/** Moved away whole, then removed: a lock half removed would belong to nobody. @param {string} folder @param {string} id */
const release = async (folder, id) => {
  const gone = `${folder}.${id}`;
  await rename(folder, gone);
  await rm(gone, { recursive: true, force: true });
};

/** A folder with something in it cannot be renamed over, so the first one wins. @param {string} folder @param {{ id: string, pid: number }} owner */
const take = async (folder, owner) => {
  const prepared = `${folder}.${owner.id}`;
  await mkdir(prepared, { recursive: true });
  await writeFile(join(prepared, 'owner'), `${owner.id} ${owner.pid}`);
  try {
    await rename(prepared, folder);
    return true;
  } catch {
    await rm(prepared, { recursive: true, force: true });
    return false;
  }
};

/** @param {string} folder */
const holderOf = async (folder) => {
  try {
    const file = join(folder, 'owner');
    const [id = '', pid = '0'] = (await readFile(file, 'utf8')).split(' ');
    const silence = Date.now() - (await stat(file)).mtimeMs;
    return { id, pid: Number(pid), dead: silence > deadAfter || !isAlive(Number(pid)) };
  } catch {
    return undefined;
  }
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/**
 * Moves a dead holder's folder aside, to a name made of its own id and left in place: of two processes that
 * both saw it dead, the second cannot move the lock the first has taken meanwhile.
 * @param {string} folder @param {string} id
 */
const bury = (folder, id) => rename(folder, `${folder}.dead.${id}`).catch(() => undefined);
