import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from '@souk/kit/testing';
import type { ExecutionResult } from 'graphql';
import type { Progress } from '../report/progress.js';
import type { Peer, PeerName } from './peers/peer.js';
import type { Place } from './place.js';
import { postJson } from './processes/post-json.js';
import { type RunningProgram, startProgram } from './processes/start-program.js';

export interface RunningPeer extends RunningProgram {
  name: PeerName;
  /** How long its answers are, by the body of the request. */
  answerBytes: ReadonlyMap<string, number>;
}

/** Those that take part, and why others do not. */
export interface Field {
  running: RunningPeer[];
  leftOut: { name: PeerName; reason: string }[];
}

/** Starts one after the other, and leaves out who cannot be had or answers anything else than is expected. */
export async function startPeers(peers: readonly Peer[], place: Place, progress: Progress): Promise<Field> {
  const field: Field = { running: [], leftOut: [] };
  for (const peer of peers) {
    progress.show(`Starting ${peer.name}, which is installed first if need be: `);
    await startPeer(peer, place).then(
      (running) => field.running.push(running),
      (error: Error) => {
        progress.note(`${peer.name} is left out: ${error.message}`);
        field.leftOut.push({ name: peer.name, reason: error.message });
      },
    );
  }
  return field;
}

async function startPeer(peer: Peer, place: Place): Promise<RunningPeer> {
  const port = await freePort();
  const [anyBody = ''] = place.answers.keys();
  const running = await startProgram({
    name: peer.name,
    launch: await peer.prepare(place, port),
    url: `http://127.0.0.1:${port}/graphql`,
    logFile: join(place.folder, `${peer.name}.log`),
    probe: (url) => postJson(url, anyBody),
  });
  try {
    return { ...running, name: peer.name, answerBytes: await checkAnswers(running.url, place) };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** Resolves to how long the answers are. @throws {Error} that tells an answer other than expected. */
async function checkAnswers(url: string, { answers }: Place): Promise<Map<string, number>> {
  const bytes = new Map<string, number>();
  for (const [body, expected] of answers) {
    const answer = await postJson(url, body);
    const { data, errors } = JSON.parse(answer) as ExecutionResult;
    if (errors || !isDeepStrictEqual(data, expected.data))
      throw new Error(`It answered ${answer.slice(0, 300)} to ${body.slice(0, 100)}`);
    bytes.set(body, Buffer.byteLength(answer));
  }
  return bytes;
}
