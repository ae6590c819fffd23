import os from 'node:os';
import { readMachine } from '@souk/bench/measure/surroundings';
import type { Part, PartName, PartResults, Setting, Task } from '../parts/part.js';
import { form, type Kept } from './kept.js';
import type { Results } from './results.js';
import type { Source } from './source.js';

export interface Keeping extends Setting {
  results: Results;
  source: Source;
  /** Whether what is kept already is measured anew. */
  isAgain: boolean;
}

const bytesPerGigabyte = 1e9;

/** Measures the tasks of a part that are not kept yet. One that fails is noted, and the next is measured. */
export async function measurePart<Name extends PartName>(
  part: Part<Name>,
  tasks: readonly Task<PartResults[Name]>[],
  keeping: Keeping,
): Promise<void> {
  const { results, source, isAgain, progress, signal } = keeping;
  const files = tasks.map((task) => results.fileOf(part.name, task, source));
  results.ask(part.name, files);
  for (const [index, task] of tasks.entries()) {
    const file = files[index]!;
    const before = results.read<PartResults[Name]>(file);
    if (before?.result && !isAgain) {
      progress.note(`${part.name}, ${task.id}: kept since ${before.measuredAt}`);
      continue;
    }
    progress.note(`${part.name}, ${task.id} (${index + 1} of ${tasks.length})`);
    results.keep(file, await tryTask(part.name, task, { ...keeping, before }));
    signal.throwIfAborted();
  }
}

/** @throws {Error} when everything is to stop: that is no failure of the task. */
async function tryTask<Result>(
  part: PartName,
  task: Task<Result>,
  { before, source, signal, progress }: Keeping & { before: Kept<Result> | null },
): Promise<Kept<Result>> {
  const at = new Date().toISOString();
  const failures = before?.failures ?? [];
  const known = { form, part, task: task.id, size: task.size, source, measuredAt: at, ...describeMachine() };
  try {
    return { ...known, ...(await task.measure({ signal, progress })), failures };
  } catch (error) {
    signal.throwIfAborted();
    const { message } = error as Error;
    progress.note(`${part}, ${task.id} came to no result: ${message}`);
    return { ...known, servers: null, result: null, failures: [...failures, { at, message }] };
  }
}

function describeMachine(): Pick<Kept<unknown>, 'machine' | 'load'> {
  const { processor, node, load } = readMachine();
  const memory = `${(os.totalmem() / bytesPerGigabyte).toFixed(1)} GB`;
  return { machine: [processor, memory, os.type(), `Node ${node}`].join(', '), load };
}
