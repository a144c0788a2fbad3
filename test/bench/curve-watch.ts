import type { Page } from 'playwright';
import { lendNames } from './lend-names.ts';

/** A change of level found in the pixels, and when, on the page's clock. */
export interface SeenStep {
  readonly high: boolean;
  readonly atMs: number;
}

declare global {
  interface Window {
    /** Filled by the watch of the bench. */
    benchSteps?: SeenStep[];
  }
}

/**
 * Reads the curve back after every frame, around its newest point, and notes when ink appears at the other end of the scale.
 * The reading comes in a task of its own after the frame's drawing, so that it never sees a frame late.
 */
export const watchCurve = async (page: Page, label: string): Promise<void> => {
  await lendNames(page);
  await page.evaluate((name) => {
    /** Columns looked at, in CSS pixels before and after the newest point: some samples may come in one frame. */
    const BEFORE = 9;
    const AFTER = 3;
    const canvas = document.querySelector<HTMLCanvasElement>(`canvas[aria-label="${name}"]`);
    const dot = canvas?.parentElement?.querySelector<HTMLElement>('.dot');
    const context = canvas?.getContext('2d');
    if (!canvas || !dot || !context) throw new Error(`no curve named ${name}`);
    const seen: SeenStep[] = [];
    window.benchSteps = seen;
    /** Undefined until the newest columns hold one level only: the stroke of the last step is out of sight. */
    let settled: boolean | undefined;

    const inkIn = (data: Uint8ClampedArray, from: number, to: number, width: number): boolean => {
      for (let at = from * width * 4 + 3; at < to * width * 4; at += 4)
        if ((data[at] ?? 0) > 127) return true;
      return false;
    };
    const read = (): void => {
      const atMs = performance.timeOrigin + performance.now();
      const scale = canvas.width / canvas.clientWidth;
      const x = new DOMMatrixReadOnly(dot.style.transform).m41;
      const width = Math.round((BEFORE + AFTER) * scale);
      const { data } = context.getImageData(Math.round((x - BEFORE) * scale), 0, width, canvas.height);
      const top = inkIn(data, 0, Math.round(canvas.height * 0.4), width);
      const bottom = inkIn(data, Math.round(canvas.height * 0.6), canvas.height, width);
      if (settled !== undefined && (settled ? bottom : top)) {
        seen.push({ high: !settled, atMs });
        settled = undefined;
      } else if (top !== bottom) settled = top;
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = read;
    const look = (): void => {
      port2.postMessage(undefined);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, label);
};

export const seenSteps = (page: Page): Promise<readonly SeenStep[]> =>
  page.evaluate(() => window.benchSteps ?? []);
