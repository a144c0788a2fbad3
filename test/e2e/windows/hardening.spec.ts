import { expect, test } from 'playwright/test';
import { type AllWindows, openAllWindows, ROLES } from '#test/harness/all-windows.ts';
import { type ForeignServer, openForeignServer } from '#test/harness/foreign-server.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What the windows of a cabin cannot reach, whatever runs in them. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const undo = inTurn();
let cabin: AllWindows['cabin'];
let pageOf: AllWindows['pageOf'];
let outside: ForeignServer;

test.beforeAll(async () => {
  outside = undo.later(await openForeignServer());
  ({ cabin, pageOf } = await openAllWindows(undo));
});
test.afterAll(() => undo.all());

const COMMON = [
  'command',
  'connectDevices',
  'onPresence',
  'onQuality',
  'onSide',
  'onUpdate',
  'openSide',
  'report',
  'reportPresence',
  'role',
  'sendSide',
  'snapshot',
];
const METHODS = {
  assistant: [
    ...COMMON,
    'checkOpening',
    'chooseDevice',
    'confirmSignIn',
    'interruptionSeen',
    'onTablets',
    'openTechnician',
    'orderTablets',
    'signIn',
    'signOut',
    'stopConfirming',
  ],
  technician: ['command', 'onFrames', 'onUpdate', 'role', 'snapshot'],
  patient: [
    ...COMMON,
    'callAlive',
    'callLevels',
    'callQuality',
    'deliverPaper',
    'echoReadings',
    'instrumentsMissing',
    'mediaReport',
    'onCallEvent',
    'onLook',
    'onPhysicianProjection',
    'openCall',
    'physicianCommand',
    'refuseAttempt',
    'sendSignal',
  ],
};

for (const role of ROLES) {
  test(`the ${role}'s page is sandboxed, isolated, and has its role's methods only`, async () => {
    const page = await pageOf(role);
    const preferences = await cabin.app.evaluate(({ BrowserWindow }, name) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes(`/${name}.html`),
      );
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, partition } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, partition };
    }, role);
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(preferences.webviewTag).not.toBe(true);
    expect(preferences.webSecurity).not.toBe(false);
    const seen = await page.evaluate(() => ({
      methods: Object.keys(Reflect.get(window, 'cabine')),
      role: Reflect.get(Reflect.get(window, 'cabine'), 'role'),
      leaked: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
      replaced: Reflect.set(window, 'cabine', {}),
    }));
    expect(seen.methods.toSorted()).toEqual(METHODS[role].toSorted());
    expect(seen).toMatchObject({ role, leaked: [], replaced: false });
  });

  test(`the ${role}'s page obeys a strict content policy`, async () => {
    const page = await pageOf(role);
    const policy = await page.evaluate(
      async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|http/);

    const tried = await page.evaluate(async (host) => {
      // From a timer: the debugger's own evaluation is exempt from the policy.
      const fromPage = <Value>(action: () => Value): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(`ran: ${String(action())}`);
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused');
            }
          }, 0);
        });
      const reaches = (request: Promise<unknown>): Promise<string> =>
        request.then(
          () => 'reached',
          () => 'refused',
        );
      const loads = (element: HTMLElement, attributes: Record<string, string>): Promise<string> =>
        new Promise((resolve) => {
          const end = (outcome: string): void => {
            element.remove();
            resolve(outcome);
          };
          element.onload = () => end('loaded');
          element.onerror = () => end('refused');
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
        });
      return {
        eval: await fromPage(() => Reflect.get(window, 'eval')('1 + 1')),
        function: await fromPage(() => Reflect.construct(Function, ['return 1'])()),
        inline: await fromPage(() => {
          const script = document.createElement('script');
          script.append('document.title = "inline ran"');
          document.body.append(script);
          return document.title;
        }),
        handler: await fromPage(() => {
          const button = document.createElement('button');
          button.setAttribute('onclick', 'document.title = "handler ran"');
          document.body.append(button);
          button.click();
          button.remove();
          return document.title;
        }),
        markup: await fromPage(() => {
          document.createElement('div').innerHTML = '<b>made up</b>';
          return 'taken';
        }),
        fetch: await reaches(fetch(`http://${host}/fetch`)),
        image: await loads(new Image(), { src: `http://${host}/image` }),
        style: await loads(document.createElement('link'), {
          rel: 'stylesheet',
          href: `http://${host}/style`,
        }),
        socket: await fromPage(() => new WebSocket(`ws://${host}/socket`).readyState),
        beacon: await fromPage(() => navigator.sendBeacon(`http://${host}/beacon`, 'x')),
        worker: await fromPage(() => new Worker('data:text/javascript,0') && 'started'),
      };
    }, outside.origin);
    expect(tried).toMatchObject({
      eval: 'EvalError',
      function: 'EvalError',
      markup: 'TypeError',
      fetch: 'refused',
      image: 'refused',
      style: 'refused',
    });
    expect(tried.inline).not.toContain('inline ran');
    expect(tried.handler).not.toContain('handler ran');
    expect(tried.worker).not.toContain('started');
    expect(outside.asked()).toEqual([]);
  });

  test(`the ${role}'s page is refused what a kiosk must not give`, async () => {
    const page = await pageOf(role);
    const answers = await page.evaluate(async () => {
      const tryTo = (wanted: () => Promise<unknown>): Promise<string> =>
        Promise.resolve()
          .then(wanted)
          .then(
            () => 'given',
            () => 'refused',
          );
      const device = (name: string, method: string): Promise<string> =>
        tryTo(() =>
          Reflect.get(Reflect.get(navigator, name), method).call(Reflect.get(navigator, name), {
            filters: [],
          }),
        );
      const states: Record<string, string> = {};
      for (const name of ['geolocation', 'notifications', 'clipboard-read', 'midi']) {
        states[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
      }
      return {
        states,
        place: await tryTo(
          () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        notification: await Notification.requestPermission(),
        display: await tryTo(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await tryTo(() => navigator.clipboard.readText()),
        midi: await tryTo(() => navigator.requestMIDIAccess({ sysex: true })),
        usb: await device('usb', 'requestDevice'),
        serial: await device('serial', 'requestPort'),
        hid: await tryTo(async () => {
          const chosen: unknown[] = await Reflect.get(navigator, 'hid').requestDevice({ filters: [] });
          if (chosen.length === 0) throw new Error('none given');
        }),
        pointer: await tryTo(() => document.body.requestPointerLock() as unknown as Promise<void>),
      };
    });
    expect(Object.values(answers.states)).not.toContain('granted');
    expect(answers).toMatchObject({
      place: 'refused',
      notification: 'denied',
      display: 'refused',
      clipboard: 'refused',
      midi: 'refused',
      usb: 'refused',
      serial: 'refused',
      hid: 'refused',
      pointer: 'refused',
    });
  });

  test(`the ${role}'s page cannot leave, open windows, embed or download`, async () => {
    const page = await pageOf(role);
    const home = page.url();
    await cabin.app.evaluate(({ session }, partition) => {
      const seen: boolean[] = [];
      Object.assign(globalThis, { downloads: seen });
      session.fromPartition(partition).on('will-download', (event) => {
        seen.push(event.defaultPrevented);
      });
    }, role);
    const windows = await cabin.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const opened = await page.evaluate((host) => {
      const frame = document.createElement('iframe');
      frame.src = `http://${host}/frame`;
      document.body.append(frame);
      const form = document.createElement('form');
      form.action = `http://${host}/form`;
      document.body.append(form);
      form.submit();
      const blob = document.createElement('a');
      blob.href = URL.createObjectURL(new Blob(['kept']));
      blob.download = 'kept.txt';
      blob.click();
      const other = window.open(`http://${host}/window`);
      location.assign(`http://${host}/away`);
      return other === null;
    }, outside.origin);
    expect(opened).toBe(true);
    await expect
      .poll(() => cabin.app.evaluate(() => Reflect.get(globalThis, 'downloads') as boolean[]))
      .toEqual([true]);
    await page.evaluate((host) => {
      location.href = `http://${host}/again`;
    }, outside.origin);
    const elsewhere = role === 'patient' ? 'assistant' : 'patient';
    await page.evaluate((name) => {
      location.href = `app://cabine/${name}.html`;
    }, elsewhere);
    await page.reload();
    expect(page.url()).toBe(home);
    expect(await cabin.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      windows,
    );
    expect(outside.asked()).toEqual([]);
  });
}

test('camera and microphone are for the patient page alone', async () => {
  const tracks = (role: (typeof ROLES)[number]) =>
    pageOf(role).then((page) =>
      page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
          (stream) => {
            const kinds = stream.getTracks().map(({ kind }) => kind);
            for (const track of stream.getTracks()) track.stop();
            return kinds.toSorted();
          },
          (error: unknown) => (error instanceof DOMException ? error.name : 'unknown'),
        ),
      ),
    );
  expect(await tracks('patient')).toEqual(['audio', 'video']);
  expect(await tracks('assistant')).toBe('NotAllowedError');
});

test('nothing but the built pages is served', async () => {
  const fetched = await cabin.app.evaluate(async ({ session }) => {
    const statusOf = async (url: string, init?: RequestInit): Promise<number> =>
      (await session.fromPartition('patient').fetch(url, init)).status;
    return {
      page: await statusOf('app://cabine/patient.html'),
      dots: await statusOf('app://cabine/../main/index.js'),
      escaped: await statusOf('app://cabine/%2e%2e/main/index.js'),
      slash: await statusOf('app://cabine/..%2fmain%2findex.js'),
      deep: await statusOf('app://cabine/assets/..%2f..%2f..%2fpackage.json'),
      root: await statusOf('app://cabine/%2fetc%2fhostname.html'),
      sibling: await statusOf('app://cabine/..%2frenderer-other%2fpatient.html'),
      zero: await statusOf('app://cabine/patient.html%00.js'),
      broken: await statusOf('app://cabine/%'),
      folder: await statusOf('app://cabine/assets/'),
      otherHost: await statusOf('app://elsewhere/patient.html'),
      post: await statusOf('app://cabine/patient.html', { method: 'POST' }),
    };
  });
  const { page, ...others } = fetched;
  expect(page).toBe(200);
  for (const [name, status] of Object.entries(others))
    expect([name, [403, 404]]).toEqual([name, expect.arrayContaining([status])]);
});
