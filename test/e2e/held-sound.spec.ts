import { expect, type Page, test } from 'playwright/test';
import { openInCall } from '#test/harness/in-call.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { inTurn } from '#test/harness/undo.ts';

const words = wordsOf('fr');
/** A real camera, or the question whether it may be used, takes longer than a page may play sound after it was loaded. */
const CAMERA_OPENS_AFTER_MS = 1_500;
const MARK = 'REMOTE ';

/** Looks from inside the page: to be asked from outside counts as a touch of it. */
const tellRemote = async (page: Page): Promise<() => { playing: boolean; muted: boolean } | undefined> => {
  let last: { playing: boolean; muted: boolean } | undefined;
  page.on('console', (message) => {
    if (message.text().startsWith(MARK)) last = JSON.parse(message.text().slice(MARK.length));
  });
  await page.addInitScript(
    ({ mark, delay }) => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return open(constraints);
      };
      let before = 0;
      setInterval(() => {
        const video = document.querySelector<HTMLVideoElement>('video.remote');
        const seconds = video?.currentTime ?? 0;
        const state = { playing: video?.paused === false && seconds > before, muted: video?.muted ?? false };
        before = seconds;
        // biome-ignore lint/suspicious/noConsole: the only way out of a page that is not to be touched
        console.log(mark + JSON.stringify(state));
      }, 500);
    },
    { mark: MARK, delay: CAMERA_OPENS_AFTER_MS },
  );
  return () => last;
};

test('a reloaded page that nobody has touched shows the picture, says that it plays no sound, and plays it at a touch', async () => {
  test.setTimeout(120_000);
  const undo = inTurn();
  try {
    const { cabin, physician } = await openInCall(undo, words, () =>
      openPhysicianBrowser({ holdsSound: true }),
    );
    const remote = await tellRemote(physician);
    await physician.reload();
    await expect.poll(remote, { timeout: 30_000 }).toEqual({ playing: true, muted: true });
    const patient = await cabin.patient();
    await expect(patient.getByText(words['other-end'].SOUND_HELD.patient)).toBeVisible();
    await expect(physician.getByText(words.errors.SOUND_HELD.physician)).toBeVisible();
    await physician.mouse.click(700, 60);
    await expect.poll(remote).toEqual({ playing: true, muted: false });
    await expect(physician.getByText(words.errors.SOUND_HELD.physician)).toHaveCount(0);
    await expect(patient.getByText(words['other-end'].SOUND_HELD.patient)).toHaveCount(0);
  } finally {
    await undo.all();
  }
});
