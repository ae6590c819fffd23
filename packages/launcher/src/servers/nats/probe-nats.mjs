import { talk } from '../talk.mjs';

const defaultPort = 4222;

/** Reads the server's greeting; { version } or { problem }. A server without JetStream is a problem. */
export async function probeNats(url) {
  const { hostname, port } = new URL(url);
  const result = await talk({ host: hostname, port: Number(port || defaultPort), pattern: /INFO (\{.*\})\s*\r?\n/ });
  if (result.problem) return result;
  const greeting = JSON.parse(result.match[1]);
  return greeting.jetstream ? { version: greeting.version } : { problem: 'it runs without JetStream' };
}
