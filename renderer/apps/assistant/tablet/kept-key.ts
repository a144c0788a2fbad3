import { createKeyPair } from '#gateway/client/trust/es256.ts';

/** What a paired tablet keeps, and all that it keeps: its own key, which cannot leave the browser, and what it calls its pairing. */
export interface KeptKey {
  readonly pair: CryptoKeyPair;
  readonly id: string;
}

/** Where the key is, over loads of the page. */
export interface KeyStore {
  /** Undefined: this tablet is not paired. */
  read(): Promise<KeptKey | undefined>;
  write(kept: KeptKey): Promise<void>;
  erase(): Promise<void>;
  make(): Promise<CryptoKeyPair>;
}

const DATABASE = 'cabine-tablet';
const STORE = 'key';
const PLACE = 'own';

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the key cannot be kept'));
  });

const open = async (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
};

/** Keeps the key in the browser's database. Rejects where there is none (private browsing of some browsers). */
export const createKeyStore = (factory: IDBFactory): KeyStore => {
  const withStore = async <Value>(
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> => {
    const database = await open(factory);
    try {
      return await settled(use(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };
  return {
    read: async () => {
      const kept: KeptKey | undefined = await withStore('readonly', (store) => store.get(PLACE));
      return kept;
    },
    write: async (kept) => void (await withStore('readwrite', (store) => store.put(kept, PLACE))),
    erase: async () => void (await withStore('readwrite', (store) => store.delete(PLACE))),
    make: createKeyPair,
  };
};
