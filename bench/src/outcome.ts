import type { Machine, Surroundings } from './measure/surroundings.js';
import { describeGoal, type Goal, isMet } from './report/goals.js';

/** What a bench found. */
export interface Outcome {
  /** What was measured, in words. */
  title: string;
  /** For programs. */
  figures: object;
  /** For people: tables, each a list of lines. */
  tables: string[][];
  goals: Goal[];
}

/** The same for programs, as one JSON document. */
export function toJson(scenario: string, { figures, goals }: Outcome, surroundings: Machine | Surroundings): string {
  const judged = goals.map((goal) => ({ ...goal, isMet: isMet(goal) }));
  return `${JSON.stringify({ scenario, surroundings, ...figures, goals: judged }, rounded, 2)}\n`;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

/** The same for people. */
export function toText({ title, tables, goals }: Outcome, surroundings: Machine | Surroundings): string {
  const { processor, load, node } = surroundings;
  const heading = [
    title,
    `${processor}, load ${load.toFixed(2)} before; Node ${node}`,
    ...('postgres' in surroundings ? [describeServers(surroundings)] : []),
  ];
  const blocks = [heading, ...tables, ['Goals', ...goals.map(describeGoal)]];
  return `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function describeServers({ postgres, nats, redis }: Surroundings): string {
  return `PostgreSQL ${postgres}; NATS ${nats}; Redis ${redis}`;
}
