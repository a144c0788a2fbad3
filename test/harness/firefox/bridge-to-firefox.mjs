#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * Stands between Playwright and a stable Firefox, as the program that Playwright starts: Playwright sends each new context a command
 * of WebDriver BiDi that Firefox ESR does not know yet, and gives up at the answer. That one is answered here; all else goes through.
 */
const NOT_KNOWN_YET = 'emulation.setMediaFeaturesOverride';
const LISTENING = /^WebDriver BiDi listening on (ws:\/\/\S+)$/;

const firefox = spawn(process.env['CABINE_FIREFOX'] ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT']))
  process.on(signal, () => firefox.kill(signal));

/** @param {string} origin where Firefox listens */
const standBetween = (origin) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
  server.on('connection', (near, request) => {
    const far = new WebSocket(`${origin}${request.url ?? ''}`, { perMessageDeflate: false });
    /** @type {string[]} */
    const early = [];
    far.on('open', () => {
      for (const text of early.splice(0)) far.send(text);
    });
    far.on('message', (data) => near.send(String(data)));
    far.on('close', () => near.close());
    near.on('close', () => far.close());
    near.on('message', (data) => {
      const text = String(data);
      const { id, method } = JSON.parse(text);
      if (method === NOT_KNOWN_YET) near.send(JSON.stringify({ type: 'success', id, result: {} }));
      else if (far.readyState === WebSocket.OPEN) far.send(text);
      else early.push(text);
    });
  });
};

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const origin = LISTENING.exec(line)?.[1];
  if (origin === undefined) process.stderr.write(`${line}\n`);
  else standBetween(origin);
});
