import { useState } from 'react';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Ask, BenchView } from './bench.ts';
import { DeviceDetails } from './devices/device-details.tsx';
import { DeviceTable } from './devices/device-table.tsx';
import { FramesCard } from './frames/frames-card.tsx';
import { Header, type OpenSession } from './header.tsx';
import type { FrameLog } from './model/frame-log.ts';
import { Notices } from './notices.tsx';
import { SelfTestCard } from './self-test-card.tsx';
import { SimulatorCard } from './simulator/simulator-card.tsx';

type BenchWindowProps = { readonly session: OpenSession; readonly log: FrameLog; readonly ask: Ask };

/** The technician's whole window, drawn from the projection. */
export const BenchWindow = ({ session, log, ask }: BenchWindowProps) => {
  const [refused, setRefused] = useState<Failure>();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const askAndTell: Ask = async (command) => {
    const outcome = await ask(command);
    setRefused(outcome.ok ? undefined : outcome.failure);
    return outcome;
  };
  const view: BenchView = { bench: session.bench, ask: askAndTell, log };
  return (
    <>
      <Header session={session} view={view} />
      <Notices
        bench={session.bench}
        refused={refused}
        onDismiss={() => setRefused(undefined)}
        seen={seen}
        onSeen={(path) => setSeen([...seen, path])}
      />
      <main className="tg">
        <section className="card devices-card">
          <DeviceTable {...view} />
          <DeviceDetails {...view} />
        </section>
        <FramesCard key={session.bench.watched} {...view} />
        <div className="stack">
          <SimulatorCard key={session.bench.watched} {...view} />
          <SelfTestCard {...view} />
        </div>
      </main>
    </>
  );
};
