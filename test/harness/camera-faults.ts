import type { Page } from 'playwright';

type Kind = 'audio' | 'video';

interface PlayedDevices {
  /** Requests of this kind fail with this error of the browser. */
  readonly refuse: Partial<Record<Kind, string>>;
  black: boolean;
  frozen: boolean;
  /** The system lists no sound output. */
  deaf: boolean;
  readonly tracks: MediaStreamTrack[];
}
type PlayedWindow = Window & { playedDevices?: PlayedDevices };

/** Camera and microphone of a page as a test breaks them, in place of those of the browser, with the same errors and events. */
export interface CameraFaults {
  /** The camera is another program's, away or forbidden from now on, by the name of the browser's error; or can be opened again. */
  refuse(
    kind: Kind,
    error: 'NotReadableError' | 'NotFoundError' | 'NotAllowedError' | undefined,
  ): Promise<void>;
  /** Pulls the cable: what is open ends, and nothing is found. */
  unplug(kind: Kind): Promise<void>;
  /** Puts it in again. */
  plug(kind: Kind): Promise<void>;
  /** Closes the camera's cover, or opens it. */
  cover(black: boolean): Promise<void>;
  /** The camera stays open and yields no frame any more, or yields frames again. */
  freeze(frozen: boolean): Promise<void>;
  /** Pulls the loudspeaker out, or puts it in again. */
  deafen(deaf: boolean): Promise<void>;
  /** The system's mixer silences the microphone, or lets it be heard: samples go on, all of them nothing. */
  mute(muted: boolean): Promise<void>;
}

/** Runs in the page. */
const install = (): void => {
  // A page that was not loaded yet has no devices.
  if (navigator.mediaDevices === undefined || (window as PlayedWindow).playedDevices !== undefined) return;
  const played: PlayedDevices = { refuse: {}, black: false, frozen: false, deaf: false, tracks: [] };
  (window as PlayedWindow).playedDevices = played;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
  navigator.mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ kind }) => !played.deaf || kind !== 'audiooutput');
  /** A picture that moves, or is black. */
  const openCamera = (): MediaStream => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const drawing = canvas.getContext('2d');
    let turn = 0;
    setInterval(() => {
      if (drawing === null || played.frozen) return;
      turn += 1;
      drawing.fillStyle = played.black ? 'black' : `hsl(${turn % 360} 80% 50%)`;
      drawing.fillRect(0, 0, canvas.width, canvas.height);
      if (played.black) return;
      drawing.fillStyle = 'white';
      drawing.fillRect((turn * 8) % canvas.width, 100, 80, 80);
    }, 100);
    return canvas.captureStream(10);
  };
  navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
    for (const kind of ['video', 'audio'] as const) {
      const error = played.refuse[kind];
      if (constraints[kind] && error !== undefined) throw new DOMException(error, error);
    }
    const stream = new MediaStream();
    if (constraints.audio)
      for (const track of (await open({ audio: constraints.audio })).getTracks()) stream.addTrack(track);
    if (constraints.video) for (const track of openCamera().getTracks()) stream.addTrack(track);
    played.tracks.push(...stream.getTracks());
    return stream;
  };
};

/** Breaks the devices of this page: from its next load on what is told last before is forgotten, and all works again. */
export const breakCameras = async (page: Page): Promise<CameraFaults> => {
  await page.addInitScript(install);
  await page.evaluate(install);
  return {
    refuse: (kind, error) =>
      page.evaluate(
        ([ofKind, name]) => {
          Object.assign((window as PlayedWindow).playedDevices?.refuse ?? {}, {
            [ofKind]: name ?? undefined,
          });
        },
        [kind, error ?? null] as const,
      ),
    unplug: (kind) =>
      page.evaluate((ofKind) => {
        const { playedDevices } = window as PlayedWindow;
        Object.assign(playedDevices?.refuse ?? {}, { [ofKind]: 'NotFoundError' });
        for (const track of playedDevices?.tracks ?? [])
          if (track.kind === ofKind && track.readyState === 'live') {
            track.stop();
            track.dispatchEvent(new Event('ended'));
          }
      }, kind),
    plug: (kind) =>
      page.evaluate((ofKind) => {
        Object.assign((window as PlayedWindow).playedDevices?.refuse ?? {}, { [ofKind]: undefined });
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      }, kind),
    cover: (black) =>
      page.evaluate((isBlack) => {
        Object.assign((window as PlayedWindow).playedDevices ?? {}, { black: isBlack });
      }, black),
    freeze: (frozen) =>
      page.evaluate((isFrozen) => {
        Object.assign((window as PlayedWindow).playedDevices ?? {}, { frozen: isFrozen });
      }, frozen),
    deafen: (deaf) =>
      page.evaluate((isDeaf) => {
        Object.assign((window as PlayedWindow).playedDevices ?? {}, { deaf: isDeaf });
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      }, deaf),
    mute: (muted) =>
      page.evaluate((isMuted) => {
        for (const track of (window as PlayedWindow).playedDevices?.tracks ?? [])
          if (track.kind === 'audio') track.enabled = !isMuted;
      }, muted),
  };
};
