import type { Command } from '../command-line.js';
import type { Outcome } from '../outcome.js';
import type { Progress } from '../report/progress.js';
import { bodiesOf, clients, operations } from './graph/operations.js';
import { measureRounds } from './measure/measure-rounds.js';
import type { Slice } from './measure/slice.js';
import { summarizeSlices } from './measure/summarize-slices.js';
import { choosePeers } from './peers/choose-peers.js';
import type { Peer } from './peers/peer.js';
import { type Place, withPlace } from './place.js';
import { routerGoals } from './report/router-goals.js';
import { type AnswerBytes, leftOutLines, routerTables } from './report/router-tables.js';
import { type Field, startPeers } from './start-peers.js';

interface RouterWork {
  command: Pick<Command, 'rounds' | 'seconds' | 'only'>;
  progress: Progress;
}

/** Compares the router with others that do the same, all on subgraphs of this bench. */
export function runRouter({ command, progress }: RouterWork): Promise<Outcome> {
  const peers = choosePeers(command.only);
  const { rounds, seconds } = command;
  return withPlace(async (place) => {
    const field = await startPeers(peers, place, progress);
    try {
      const { subgraphs } = place;
      const slices = await measureRounds({ peers: field.running, subgraphs, rounds, seconds, progress });
      return describe({ command, peers, field, slices, answerBytes: answerBytesOf(place) });
    } finally {
      await Promise.all(field.running.map((peer) => peer.stop()));
    }
  });
}

function answerBytesOf({ answers }: Place): AnswerBytes {
  return new Map(
    operations.map((operation) => {
      const [body = ''] = bodiesOf(operation);
      return [operation.name, Buffer.byteLength(JSON.stringify(answers.get(body)))];
    }),
  );
}

interface Found extends Pick<RouterWork, 'command'> {
  peers: readonly Peer[];
  field: Field;
  slices: Slice[];
  answerBytes: AnswerBytes;
}

function describe({ command: { rounds, seconds }, peers, field, slices, answerBytes }: Found): Outcome {
  const figures = summarizeSlices(slices);
  const titles = new Map(peers.map(({ name, title }) => [name, title]));
  return {
    title: `router: ${rounds} rounds of ${seconds} s with ${clients} clients for each peer and operation`,
    figures: {
      clients,
      peers: Object.fromEntries(titles),
      answerBytes: Object.fromEntries(answerBytes),
      leftOut: field.leftOut,
      figures,
      slices,
    },
    tables: [...routerTables(figures, titles, answerBytes), leftOutLines(field.leftOut)].filter(
      (lines) => lines.length > 0,
    ),
    goals: routerGoals(slices, new Set(titles.keys())),
  };
}
