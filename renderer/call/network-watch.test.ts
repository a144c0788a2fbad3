import { expect, it } from 'vitest';
import { watchPageNetwork } from './network-watch.ts';

const openPage = (type?: string) => {
  const connection = Object.assign(new EventTarget(), { type });
  const page = Object.assign(new EventTarget(), { navigator: { connection } });
  let changes = 0;
  const stop = watchPageNetwork(page, () => {
    changes += 1;
  });
  return { connection, page, stop, changes: () => changes };
};

it('tells when the browser is back online, and nothing after it was stopped', () => {
  const { page, stop, changes } = openPage();
  page.dispatchEvent(new Event('offline'));
  expect(changes()).toBe(0);
  page.dispatchEvent(new Event('online'));
  expect(changes()).toBe(1);
  stop();
  page.dispatchEvent(new Event('online'));
  expect(changes()).toBe(1);
});

it('tells of another kind of network, and not of another estimate of its speed', () => {
  const { connection, changes } = openPage('wifi');
  connection.dispatchEvent(new Event('change'));
  expect(changes()).toBe(0);
  for (const type of ['none', 'cellular']) {
    connection.type = type;
    connection.dispatchEvent(new Event('change'));
  }
  expect(changes()).toBe(1);
});

it('does without a browser that says nothing of its connection', () => {
  const page = Object.assign(new EventTarget(), { navigator: {} });
  let told = false;
  watchPageNetwork(page, () => {
    told = true;
  });
  page.dispatchEvent(new Event('online'));
  expect(told).toBe(true);
});
