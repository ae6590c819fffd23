import { connect } from 'node:net';

const subscriptionsAtOnce = 25;

/** Subscribes until it is refused; resolves to the code. */
export async function floodSubscriptions(url: string, token: string): Promise<string> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  const refused = Promise.withResolvers<string>();
  socket.addEventListener('close', () => refused.resolve('closed'));
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { token } })));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { type: string; payload?: { extensions: { code: string } }[] };
    if (message.type === 'connection_ack') subscribe(socket);
    if (message.type === 'error') refused.resolve(String(message.payload?.[0]?.extensions.code));
  });
  const code = await refused.promise;
  socket.close();
  return code;
}

function subscribe(socket: WebSocket): void {
  for (let n = 0; n < subscriptionsAtOnce; n++) {
    const payload = { query: `subscription { orderStatusChanged(orderId: "${n}") { status } }` };
    socket.send(JSON.stringify({ id: String(n), type: 'subscribe', payload }));
  }
}

/** Sends half a request and nothing more; resolves to the code with which it was ended. */
export function halfOpen(url: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => resolve(/"code":"(\w+)"/.exec(answer)?.[1] ?? 'closed'));
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
  return promise;
}
