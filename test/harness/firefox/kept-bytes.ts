import type { Page } from 'playwright';

declare global {
  interface Window {
    testPictures?: Blob[];
    testSounds?: ArrayBuffer[];
  }
}

/** Before the page is opened: keeps what the page itself makes visible (pictures) and plays (sounds), where a test can look at the bytes. */
export const keepBytes = async (physician: Page): Promise<void> => {
  await physician.addInitScript(() => {
    const pictures: Blob[] = [];
    const sounds: ArrayBuffer[] = [];
    window.testPictures = pictures;
    window.testSounds = sounds;
    const createUrl = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) pictures.push(object);
      return createUrl(object);
    };
    const { decodeAudioData } = AudioContext.prototype;
    AudioContext.prototype.decodeAudioData = function (data, ...callbacks) {
      sounds.push(data.slice(0));
      return decodeAudioData.call(this, data, ...callbacks);
    };
  });
};

/** SHA-256 in hexadecimal and the first bytes, as text, of the last picture shown or sound played. */
export interface KeptBytes {
  readonly sha256: string;
  readonly byteLength: number;
  readonly first: string;
}

const lastOf = (physician: Page, of: 'testPictures' | 'testSounds'): Promise<KeptBytes | undefined> =>
  physician.evaluate(async (name) => {
    const last = window[name]?.at(-1);
    if (last === undefined) return undefined;
    const bytes = new Uint8Array(last instanceof Blob ? await last.arrayBuffer() : last);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return {
      sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      byteLength: bytes.length,
      first: String.fromCharCode(...bytes.subarray(0, 4)),
    };
  }, of);

export const lastPicture = (physician: Page): Promise<KeptBytes | undefined> =>
  lastOf(physician, 'testPictures');
export const lastSound = (physician: Page): Promise<KeptBytes | undefined> => lastOf(physician, 'testSounds');
