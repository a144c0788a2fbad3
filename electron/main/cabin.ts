import { createHash, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { toTransactionBundle } from '#core/handover/bundle.ts';
import type { InstrumentRole } from '#core/instruments/bindings.ts';
import { acceleratedClock } from '#core/time.ts';
import { assistantTakesPart } from '#core/visit/company/decide-company.ts';
import {
  type CabinFacts,
  lackingEquipment,
  projectForAssistant,
  projectForPatient,
  projectForPhysician,
  projectLocked,
} from '#core/visit/projections/project.ts';
import type { Assistant } from '#core/visit/words.ts';
import type { CabinSetup } from './cabin-setup.ts';
import { createCallMeter } from './consultation/call-meter.ts';
import { openConsultation } from './consultation/consultation.ts';
import { createLineWatch } from './consultation/line-watch.ts';
import { openCabinDevices } from './devices/cabin-devices.ts';
import { createHandover } from './handover/hand-over.ts';
import { createChannels } from './ipc/channel.ts';
import { openCompanyChannels } from './ipc/company-channels.ts';
import { openConsultationChannels } from './ipc/consultation-channels.ts';
import { followDevices, openDeviceChannels } from './ipc/device-channels.ts';
import { openOpeningChannels, sendLook } from './ipc/opening-channels.ts';
import { openPeopleChannels } from './ipc/people-channels.ts';
import { openQualityChannels } from './ipc/quality-channels.ts';
import { openTabletChannels, sendTablets } from './ipc/tablet-channels.ts';
import { openTechnicianChannels, sendFrames } from './ipc/technician-channels.ts';
import { openVisitChannels } from './ipc/visit-channels.ts';
import { createMachineProbes } from './opening/machine-probes.ts';
import { createOpeningCheck } from './opening/opening-check.ts';
import { createAccessLog } from './people/access-log.ts';
import { isCode } from './people/code-hash.ts';
import { createConfirming } from './people/confirming.ts';
import { createDuty } from './people/duty.ts';
import { openPrinting } from './printing/open-printing.ts';
import { namesOfPrinters } from './printing/printer-names.ts';
import { createTabletDesk } from './tablets/tablet-desk.ts';
import { createBenchClipboard } from './technician/clipboard.ts';
import { createTechnicianDesk } from './technician/desk.ts';
import { createPapers } from './technician/papers.ts';
import { watchAttendance } from './visit/attendance-watch.ts';
import { deviceOrder } from './visit/device-reactions.ts';
import { createMemoryJournal } from './visit/journal.ts';
import { createVisitKeeper, type VisitKeeper } from './visit/keeper.ts';
import { ProjectionChannel } from './visit/projection-channel.ts';
import { createProjectionHub } from './visit/projection-hub.ts';
import { wipeVisit } from './visit/wipe-reaction.ts';
import { createCabinWindows } from './windows/cabin-windows.ts';

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

/** A running cabin. */
export interface Cabin {
  readonly keeper: VisitKeeper;
  /** Brings devices to rest, closes every port, ends the other processes. */
  close(): Promise<void>;
}

/** Puts the parts of a cabin together and opens its windows. */
export const openCabin = (setup: CabinSetup): Cabin => {
  const { options, profile, clock } = setup;
  const visitClock = acceleratedClock(clock, options.clockRate);
  const keeper = createVisitKeeper({
    clock: visitClock,
    newId: randomUUID,
    journal: createMemoryJournal(),
    language: options.language,
    onDuty: () => duty.onDuty(),
    closed: () => (setup.marker.interruptedAt() === undefined ? undefined : 'visit-interrupted'),
  });

  const accesses = createAccessLog(join(setup.ownFolder, 'accesses.log'), {
    clock,
    onFailure: () => setup.say('the log of accesses cannot be written'),
  });
  let wasOnDuty: Assistant | undefined;
  let missingRoles: readonly InstrumentRole[] = [];
  const isAskedElsewhere = profile.signIn ? profile.signIn.assistants === true : options.simulate;
  const confirming = createConfirming({
    clock,
    people: profile.people,
    ask: isAskedElsewhere ? (request, settle) => consultation.confirmPerson(request, settle) : undefined,
    newNumber: () => String(randomInt(0, 100)).padStart(2, '0'),
    take: (personId) => duty.confirmed(personId),
    onChange: () => hub.refresh(),
    audit: accesses.note,
  });
  const duty = createDuty({
    clock,
    people: profile.people,
    site: profile.site,
    elsewhere: isAskedElsewhere,
    check: isCode,
    visitOn: () => keeper.visit().stage !== 'welcome',
    onChange: () => {
      const assistant = duty.onDuty();
      if (assistant?.name !== wasOnDuty?.name) confirming.stop();
      // Whoever opens the cabin is told how it is; whoever relieves somebody is not kept by it.
      if (assistant !== undefined && wasOnDuty === undefined && keeper.visit().stage === 'welcome')
        opening.begin(assistant.name);
      wasOnDuty = assistant;
      if (assistant !== undefined) keeper.bring({ type: 'relieve-assistant', assistant });
      consultation.refresh();
      hub.refresh();
    },
    audit: accesses.note,
  });

  const devices = openCabinDevices({
    clock,
    clockRate: options.clockRate,
    configured: setup.bindings,
    marks: setup.marks,
    simulate: options.simulate,
    keeper,
    onBench: (message) => desk.bench.hear(message),
    onHostReady: () => desk.bench.hostReady(),
    onChange: () => {
      noteMissing();
      hub.refresh();
      technician.refresh();
      consultation.refresh();
    },
  });
  const { host: deviceHost, bindings } = devices;
  // Until its simulators run, a cabin that was started with some has no device: a simulation too.
  const { simulation } = bindings;

  const facts = (): CabinFacts => ({
    site: profile.site,
    assistant: duty.onDuty(),
    interruptedVisit: setup.marker.interruptedAt(),
    candidates: duty.candidates(),
    tries: duty.tries(),
    confirmation: confirming.view(),
    ...(setup.demoCodes && { demoCodes: setup.demoCodes }),
    simulation: simulation(),
    devices: deviceHost.devices(),
    instruments: profile.instruments,
    missingRoles,
    opening: opening.view(),
    deviceHostReady: deviceHost.ready(),
    gatewayReady: consultation.reachable(),
    guestLink: consultation.company.link(),
    usualWait: profile.usualWait,
    today: clock.now().slice(0, 10),
  });
  const noteMissing = (): void => {
    if (keeper.visit().claim !== undefined)
      keeper.bring({ type: 'note-missing-equipment', missing: lackingEquipment(facts()) });
  };
  const time = () => ({ nowMs: visitClock.monotonic(), clockRate: options.clockRate });
  const forAssistant = () => projectForAssistant(keeper.visit(), facts(), time());
  const hub = createProjectionHub(
    {
      patient: () => projectForPatient(keeper.visit(), facts(), time()),
      assistant: forAssistant,
      physician: () => projectForPhysician(keeper.visit(), facts()),
    },
    () => tablets.refresh(),
  );

  const windows = createCabinWindows({
    clock,
    layout: setup.layout,
    language: options.language,
    rendererRoot: setup.rendererRoot,
    packaged: setup.packaged,
    mayUseMedia: (role) => role === 'patient' || (role === 'assistant' && assistantTakesPart(keeper.visit())),
    onLost: (role) => {
      if (role === 'assistant') consultation.company.windowGone(['assistant']);
      if (role !== 'patient') return;
      consultation.company.windowGone(['patient', 'physician']);
      consultation.relay.windowGone();
      meter.windowGone();
      lineWatch.windowGone();
    },
    onClosed: setup.onClosed,
    onTechnicianLeft: () => desk.leave(),
  });

  const channels = createChannels(windows.roleOf);
  const tablets = createTabletDesk({
    clock,
    wanted: profile.servers.tablet !== undefined,
    pass: channels.pass,
    onDuty: () => duty.onDuty()?.name,
    view: (isOpen) => (isOpen ? forAssistant() : projectLocked(keeper.visit(), facts())),
    send: (message) => consultation.tablet(message),
    onBoard: () => sendTablets(windows, tablets),
    audit: accesses.note,
  });

  const consultation = openConsultation({
    keeper,
    clock,
    profile,
    simulation: simulation(),
    windows,
    facts,
    webRoot: setup.physicianPageRoot,
    ownFolder: setup.ownFolder,
    tablets,
    port: options.gatewayPort,
    onReady: setup.onGatewayReady,
    onFailure: setup.onGatewayFailure,
    say: setup.say,
    onReachable: () => hub.refresh(),
    onLetters: () => technician.refresh(),
  });

  const openings = createAccessLog(join(setup.ownFolder, 'openings.log'), {
    clock,
    onFailure: () => setup.say('the log of opening checks cannot be written'),
  });
  const opening = createOpeningCheck({
    clock,
    probes: createMachineProbes({
      clock,
      folder: setup.ownFolder,
      publicUrl: profile.signIn?.publicUrl,
      reference: profile.signIn?.discovery ?? profile.signIn?.issuer,
      printers: () =>
        windows.window('assistant')?.webContents.getPrintersAsync().then(namesOfPrinters(profile.printer)),
      ask: fetch,
    }),
    facts,
    equipment: profile.equipment,
    askPage: (looking) => sendLook(windows, looking),
    keep: (check) => openings.note(JSON.stringify(check)),
    onChange: () => hub.refresh(),
  });

  const printing = openPrinting({
    clock,
    keeper,
    rendererRoot: setup.rendererRoot,
    simulation: simulation(),
    printer: profile.printer,
    printers: () => windows.window('assistant')?.webContents.getPrintersAsync(),
    onChange: () => technician.refresh(),
  });

  const { technician: access } = profile;
  const clipboard = createBenchClipboard();
  const desk = createTechnicianDesk({
    clock,
    clockRate: options.clockRate,
    language: options.language,
    site: { name: profile.site.name, cabinId: profile.site.cabinId },
    checkPin: access && ((pin) => isCode(pin, access.pinHash)),
    deviceHost,
    bindings,
    simulators: devices.simulators,
    papers: createPapers(setup.ownFolder, clock),
    simulation,
    onlySimulated: bindings.onlySimulated,
    visitOn: () => keeper.visit().stage !== 'welcome',
    letters: consultation.letters,
    printing,
    showFrames: (batch) => sendFrames(windows, batch),
    copy: clipboard.copy,
    onChange: () => technician.refresh(),
    audit: (what) => {
      accesses.note(`technician's bench: ${what}`);
      setup.say(`technician's bench, ${clock.now()}: ${what}`);
    },
  });
  const technician = new ProjectionChannel(desk.projection);

  const endVisit = (): void => {
    consultation.relay.close();
    consultation.relay.windowGone();
    tablets.forget();
    wipeVisit({
      clock,
      windows,
      forget: () => {
        void clipboard.forget();
        printing.desk.forget();
        deviceHost.send({ type: 'end-visit', epoch: keeper.visit().epoch });
        const next = keeper.begin();
        duty.visitOver();
        setup.marker.visitOver();
        deviceHost.send({ type: 'begin-visit', epoch: next.epoch });
        consultation.refresh();
        hub.refresh();
      },
      onFailure: () => keeper.bring({ type: 'note-incident', code: 'WIPE_FAILED' }),
    });
  };

  const meter = createCallMeter({
    clock,
    counting: () => keeper.visit().stage === 'call' && keeper.visit().claim?.acknowledged === true,
    paused: () => keeper.visit().paused,
    tell: (spell) => keeper.bring({ type: 'note-spell', spell }),
  });

  const lineWatch = createLineWatch({ keeper, clock });
  const attendanceWatch = watchAttendance(keeper, acceleratedClock(clock, options.attendanceRate));
  const handOver = createHandover({
    keeper,
    folder: options.handoverFolder,
    facts: () => ({
      site: profile.site,
      simulation: simulation(),
      softwareVersion: setup.softwareVersion,
      now: clock.now(),
    }),
    toBundle: (record) => toTransactionBundle(record, { sha1, now: clock.now() }),
  });

  keeper.onEvent((event, visit) => {
    meter.refresh();
    lineWatch.refresh();
    const order = deviceOrder(event, visit);
    if (order !== undefined) deviceHost.send(order);
    if (event.body.type === 'handover-started') {
      void handOver();
    }
    consultation.refresh();
    hub.refresh();
    technician.refresh();
    if (event.body.type === 'claimed') queueMicrotask(noteMissing);
    if (event.body.type === 'departure-noted')
      accesses.note(
        `${event.person}: the patient has left${event.body.reach === undefined ? '' : `, ${event.body.reach} by telephone`}`,
      );
    if (event.body.type === 'visit-started') {
      opening.breakOff();
      setup.marker.visitBegan();
    }
    if (event.body.type === 'visit-ended') queueMicrotask(endVisit);
  });

  openVisitChannels(channels, { keeper, hub, windows });
  openPeopleChannels(channels, { duty, confirming }, () => {
    setup.marker.acknowledge();
    hub.refresh();
  });
  openOpeningChannels(channels, {
    check: opening,
    mayCheck: () => (keeper.visit().stage === 'welcome' ? duty.onDuty()?.name : undefined),
    onMissing: (roles) => {
      missingRoles = roles;
      noteMissing();
      hub.refresh();
    },
  });
  openDeviceChannels(channels, deviceHost);
  if (profile.servers.tablet !== undefined) followDevices(deviceHost, tablets.live);
  openTechnicianChannels(channels, { desk, projection: technician, windows });
  openConsultationChannels(channels, {
    keeper,
    hub,
    windows,
    relay: consultation.relay,
    callAlive: consultation.claims.callAlive,
    meter,
    lineWatch,
    papers: printing.desk,
  });
  openQualityChannels(channels, consultation.quality);
  openCompanyChannels(channels, consultation.company);
  openTabletChannels(channels, { tablets, isOnDuty: () => duty.onDuty() !== undefined });
  windows.openAll();
  if (options.technician) windows.openTechnician();

  return {
    keeper,
    close: async () => {
      keeper.close();
      meter.close();
      lineWatch.close();
      attendanceWatch.close();
      await Promise.all([
        devices.close(),
        consultation.close(),
        setup.marks.settled(),
        accesses.settled(),
        openings.settled(),
        setup.marker.settled(),
      ]);
    },
  };
};
