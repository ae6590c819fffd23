import { connect } from 'node:net';

const patienceMs = 2_000;

/** Says a line to a server that speaks in text, and returns what `pattern` finds first in its answer. */
export function askServer(url: string, line: string, pattern: RegExp): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: patienceMs });
    let answer = '';
    const end = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.once('connect', () => socket.write(line));
    socket.once('timeout', () => end(() => reject(new Error(`No such answer from ${hostname}:${port}: ${pattern}`))));
    socket.once('error', (error) => end(() => reject(error)));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      const found = pattern.exec(answer)?.[1];
      if (found) end(() => resolve(found));
    });
  });
}
