import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { type EchoVerdict, judgeEchoes, type ReadingEchoes } from '#core/call/echo.ts';
import type { CallLevels } from '#core/call/ledger.ts';
import type { LineMeasure } from '#core/call/line-test.ts';
import { judgeClaim } from '#core/claims/arbitration.ts';
import { type HolderNews, NO_HOLDER, watchHolder } from '#core/claims/holder-watch.ts';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import type { IceAccess, RelaySettings } from '#core/contract/ice.ts';
import type { AttemptRefusal, CallEvent, WindowReport } from '#core/contract/ipc.ts';
import type { Attempt, PeerSignal, ToCabin, ToPhysician } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { PeerTrust } from '#core/trust/peer-trust.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { createCallRelay } from '#electron/main/consultation/call-relay.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { readKeysOver } from '#gateway/client/trust/gateway-identity.ts';
import { createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import './call-page/globals.ts';
import { createGatewayRig, type GatewayRig, waitingTicket } from './gateway-rig.ts';
import { PRE_BRIEF } from './pre-brief.ts';

/** Flags for a fake camera and steady timers in pages that nobody looks at. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export const TICKET = 'ticket-1';

/** Builds both pages of `call-page/` as the product's own build would. */
export const buildCallPages = async (): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), 'cabine-call-'));
  const root = resolve(import.meta.dirname, 'call-page');
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    build: {
      target: 'chrome120',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: ['cabin', 'physician', 'peers'].map((name) => join(root, `${name}.html`)) },
    },
  });
  return outDir;
};

/** The cabin's main process as far as a call needs it, in the test's own process: desk, judging of claims, relay. */
export interface CallRig {
  readonly gateway: GatewayRig;
  readonly cabinPage: Page;
  readonly commands: PhysicianCommand[];
  /** Each report of the cabin's window about the call. */
  readonly reports: boolean[];
  /** What the record said to each echo of the physician's page. */
  readonly verdicts: readonly EchoVerdict[];
  /** What the cabin's window found that the people get of one another. */
  readonly levelsTold: readonly CallLevels[];
  /** What whoever runs the broker could do to letters on their way; undefined: it is lost. */
  readonly way: {
    toPhysician(message: ToPhysician): ToPhysician | undefined;
    toCabin(message: ToCabin): ToCabin | undefined;
  };
  /** A letter that comes to the cabin as if a physician had sent it. */
  sendToCabin(physicianId: string, message: ToCabin): void;
  /** Puts a letter into a physician's box, as whoever runs the broker could. */
  sendToPhysician(physicianId: string, message: ToPhysician): void;
  /** What the relay found of the physician's end. */
  readonly trusts: readonly PeerTrust[];
  /** What the cabin's window reported for the record. */
  readonly incidents: readonly ErrorCode[];
  openPhysician(account: string): Promise<{ page: Page; context: BrowserContext }>;
  show(projection: PhysicianProjection | undefined): Promise<void>;
  /** Ends the claim, as the main process does when a visit is over. */
  endClaim(): void;
  /** The cabin's machine has other addresses, and says so. */
  networkChanged(): void;
  holder(): string | undefined;
  /** What the cabin tells a claimant of its own line. */
  cabinLine(line: LineMeasure | undefined): void;
  /** What was noticed of the holder's page: `away`, `back`, `gone`. */
  readonly presenceOfHolder: readonly string[];
  /** Moves the clock of the claim's grace. */
  passTime(milliseconds: number): void;
  close(): Promise<void>;
}

/** Where the physician's page runs and how each side reaches the gateway, when not all are in one place. */
export interface Surroundings {
  readonly physicianBrowser: Browser;
  readonly relay: RelaySettings | undefined;
  /** What each side gets in the place of the access that the gateway issued. */
  readonly spoil?: (access: IceAccess) => IceAccess;
  /** Opens the ways to the gateway that listens on this port here. */
  reach(gatewayPort: number): Promise<{
    /** Host and port for both pages. */
    readonly pages: string;
    readonly cabinBroker: string;
  }>;
}

const inOnePlace = (browser: Browser): Surroundings => ({
  physicianBrowser: browser,
  relay: undefined,
  reach: async (port) => ({
    pages: `127.0.0.1:${port}`,
    cabinBroker: `ws://127.0.0.1:${port}/mqtt`,
  }),
});

export const createCallRig = async (
  browser: Browser,
  webRoot: string,
  { physicianBrowser, relay: relaySettings, spoil, reach }: Surroundings = inOnePlace(browser),
): Promise<CallRig> => {
  const gateway = await createGatewayRig({ webRoot, ...(relaySettings && { relay: relaySettings }) });
  const { pages, cabinBroker } = await reach(gateway.gateway().port);
  const { desk, messages, presence } = await gateway.cabin(cabinBroker);
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const cabinPage = await context.newPage();
  const commands: PhysicianCommand[] = [];
  const presenceOfHolder: string[] = [];
  const reports: boolean[] = [];
  const verdicts: EchoVerdict[] = [];
  const levelsTold: CallLevels[] = [];
  const incidents: ErrorCode[] = [];
  const contexts = [context];
  let holder: string | undefined;
  let projection: PhysicianProjection | undefined = PRE_BRIEF;
  let sequence = 0;
  let attempts = 0;
  let ownLine: LineMeasure | undefined;
  let watch = { ...NO_HOLDER, linked: true };
  /** The grace of a claim is not waited for: a test moves this clock. */
  let nowMs = 0;

  const toPage = (event: CallEvent): void => {
    // A page that is loading misses it, as a window would.
    void cabinPage.evaluate((told) => window.cabin?.event(told), event).catch(() => {});
  };
  const prover = createIdentityProver({
    key: createSigningKey(),
    askStatement: async (key) => {
      const stated = await gateway.gateway().stateCabin(key);
      return stated.ok ? stated : fail(failure('GATEWAY_LOST', stated.failure));
    },
    readKeys: readKeysOver((path) => fetch(`http://${gateway.address()}${path}`)),
    clock: systemClock,
  });
  const trusts: PeerTrust[] = [];
  const way: CallRig['way'] = { toPhysician: (message) => message, toCabin: (message) => message };
  const relay = createCallRelay({
    prover,
    onTrust: (trust) => trusts.push(trust),
    newId: () => {
      attempts += 1;
      return `attempt-${attempts}`;
    },
    toWindow: toPage,
    toPhysician: (physicianId, message) => {
      const arrives = way.toPhysician(message);
      if (arrives) desk.send(physicianId, arrives);
    },
    onGivenUp: () => void renewIce(),
    onSilence: desk.probe,
  });
  const iceAccess = async (): Promise<IceAccess> => {
    const { ice } = await gateway.cabinToken();
    return spoil ? spoil(ice) : ice;
  };
  const renewIce = async (): Promise<void> => relay.iceServers((await iceAccess()).iceServers);
  await renewIce();
  const tellSignalling = (): void => relay.signalling(desk.connection.getState().state === 'connected');
  desk.connection.subscribe(tellSignalling);
  tellSignalling();
  const show = async (next: PhysicianProjection | undefined): Promise<void> => {
    projection = next;
    sequence += 1;
    const update = next && { sequence, projection: next };
    await cabinPage.evaluate((told) => window.cabin?.show(told), update);
  };

  const follow = (news: HolderNews): void => {
    const { watch: next, outcome } = watchHolder(watch, news, nowMs);
    watch = next;
    if (outcome !== undefined) presenceOfHolder.push(outcome);
    if (outcome === 'gone') endClaim('waiting');
  };
  const endClaim = (then: 'none' | 'waiting'): void => {
    if (holder !== undefined) desk.send(holder, { type: 'claim-ended', ticketId: TICKET });
    holder = undefined;
    relay.close();
    follow({ type: 'holder', physicianId: undefined });
    desk.publishTicket(then === 'none' ? { state: 'none' } : waitingTicket(TICKET));
  };

  const onMessage = (physicianId: string, message: ToCabin): void => {
    if (message.type === 'claim') {
      const { ticketId, letter, protocolVersion } = message;
      const place = holder === undefined ? { ticketId: TICKET } : { ticketId: TICKET, holder };
      const judged = judgeClaim(place, { physicianId, ticketId, protocolVersion });
      if (judged.judgement === 'refused') {
        desk.send(physicianId, { type: 'claim-refused', ticketId, letter, code: judged.code });
        return;
      }
      if (judged.judgement === 'granted') {
        holder = physicianId;
        relay.open(physicianId, TICKET);
        follow({ type: 'holder', physicianId });
        desk.publishTicket({ ...waitingTicket(TICKET), state: 'taken', physicianId });
      }
      desk.send(physicianId, { type: 'claim-granted', ticketId, letter, ...(ownLine && { line: ownLine }) });
    } else if (message.type === 'ready-for-call') relay.physicianReady(physicianId);
    else if (message.type === 'signal')
      relay.fromPhysician(physicianId, message.attempt, message.signal, message.proof);
    else if (message.type === 'signal-refused')
      relay.refusedByPhysician(physicianId, message.attempt, message.code);
    else if (message.type === 'restart') relay.restartAsked(physicianId, message.attempt);
  };
  presence.each(({ physicianId, state }) => follow({ type: 'presence', physicianId, presence: { state } }));
  messages.each(({ physicianId, message }) => {
    const arrives = way.toCabin(message);
    if (arrives) onMessage(physicianId, arrives);
  });

  const fromPage = {
    openCall: () => {
      void show(projection);
      relay.windowReady();
    },
    sendSignal: ({ attempt, signal }: { attempt: Attempt; signal: PeerSignal }) =>
      relay.fromWindow(attempt, signal),
    refuseAttempt: ({ attempt, code }: AttemptRefusal) => relay.refusedByWindow(attempt, code),
    physicianCommand: (command: PhysicianCommand): Result<null, never> => {
      commands.push(command);
      return ok(null);
    },
    deliverPaper: (): Result<null, never> => ok(null),
    echoReadings: (echoes: ReadingEchoes): Result<EchoVerdict, never> => {
      const verdict = judgeEchoes(projection?.readings ?? [], echoes);
      verdicts.push(verdict);
      return ok(verdict);
    },
    callLevels: (levels: CallLevels) => {
      levelsTold.push(levels);
    },
    report: ({ code }: WindowReport) => {
      incidents.push(code);
    },
    callAlive: (alive: boolean) => {
      reports.push(alive);
      relay.callAlive(alive);
      follow({ type: 'call', alive });
    },
  };
  await cabinPage.exposeFunction('callMain', (method: keyof typeof fromPage, value: never) =>
    fromPage[method](value),
  );
  desk.publishTicket(waitingTicket(TICKET));
  await cabinPage.goto(`http://${pages}/cabin.html`);

  return {
    gateway,
    cabinPage,
    commands,
    reports,
    verdicts,
    levelsTold,
    trusts,
    way,
    sendToCabin: onMessage,
    sendToPhysician: (physicianId, message) => void desk.send(physicianId, message),
    incidents,
    openPhysician: async (account) => {
      const own = await physicianBrowser.newContext({ permissions: ['camera', 'microphone'] });
      contexts.push(own);
      // Signed in beforehand: the way through the identity provider is known to this machine only.
      const { cookies } = await gateway.signedIn(account);
      await own.addCookies([...cookies].map(([name, value]) => ({ name, value, url: `http://${pages}` })));
      if (spoil) await own.route('**/relay', async (route) => route.fulfill({ json: await iceAccess() }));
      const page = await own.newPage();
      await page.goto(`http://${pages}/physician.html`);
      await page.waitForFunction(
        () => window.physician?.desk.store.getState().connection.state === 'connected',
      );
      return { page, context: own };
    },
    show,
    endClaim: () => endClaim('none'),
    networkChanged: () => {
      desk.networkChanged();
      relay.networkChanged();
    },
    holder: () => holder,
    cabinLine: (line) => {
      ownLine = line;
    },
    presenceOfHolder,
    passTime: (milliseconds) => {
      nowMs += milliseconds;
      follow({ type: 'time-passed' });
    },
    close: async () => {
      prover.close();
      await Promise.all(contexts.map((one) => one.close()));
      await gateway.close();
    },
  };
};

/** `program` starts Chromium in another place; `flags` come on top of those that every page needs. */
export const launchChromium = (
  options: {
    readonly program?: string;
    readonly flags?: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
  } = {},
): Promise<Browser> =>
  chromium.launch({
    executablePath: options.program ?? '/usr/bin/chromium',
    args: [...CHROMIUM_FLAGS, ...(options.flags ?? [])],
    env: { ...process.env, ...options.env } as Record<string, string>,
  });

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
