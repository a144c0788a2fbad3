import { createSocket } from 'node:dgram';

/**
 * Measures a line from inside: `echo <port>` sends every datagram back; `send <host> <port> <count> <bytes> <every ms>` prints, as JSON,
 * the round trips of what came back and the time between the first and the last, in milliseconds.
 */
const [mode, ...words] = process.argv.slice(2);
const socket = createSocket('udp4');
if (mode === 'echo') {
  socket.on('message', (message, { port, address }) => socket.send(message, port, address));
  socket.bind(Number(words[0]), () => process.send?.('ready'));
} else {
  const [host = '', port, count, bytes, everyMs] = words;
  const trips: number[] = [];
  const times: number[] = [];
  socket.on('message', (message) => {
    times.push(performance.now());
    trips.push(performance.now() - message.readDoubleLE(0));
  });
  let sent = 0;
  const send = (): void => {
    const datagram = Buffer.alloc(Number(bytes));
    datagram.writeDoubleLE(performance.now());
    socket.send(datagram, Number(port), host);
    sent += 1;
    if (sent < Number(count)) return;
    clearInterval(timer);
    setTimeout(() => {
      const lastedMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
      process.send?.({ trips, lastedMs }, () => process.exit());
    }, 700);
  };
  const timer = setInterval(send, Number(everyMs));
}
