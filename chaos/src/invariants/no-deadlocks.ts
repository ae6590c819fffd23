import type { Invariant } from './invariant.js';
import { type LogLine, linesOf } from './log-files.js';

/** Locks: nobody waits for somebody who waits for them. */
export const noDeadlocks: Invariant = {
  id: 'I14',
  holds: 'PostgreSQL had to break up no deadlock.',
  check: async ({ books, world }) => {
    const told: LogLine[] = [];
    let lines = 0;
    for await (const line of linesOf(world.logs, /^postgres.*\.log$/)) {
      lines += 1;
      if (line.text.includes('deadlock detected')) told.push(line);
    }
    // The counters begin anew when the server recovers from a crash; its log does not.
    const counted = await books.everywhere<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database() and deadlocks > 0',
    );
    return {
      looked: { 'lines of its log': lines, databases: books.subgraphs.length },
      breaches: [
        ...told.map((line) => ({ sentence: `A deadlock: ${line.text}`, evidence: line })),
        ...counted.map((row) => ({ sentence: `${row.deadlocks} deadlocks in ${row.subgraph}.`, evidence: row })),
      ],
    };
  },
};
