import type { Command } from '../command-line.js';
import type { Outcome } from '../outcome.js';
import type { Progress } from '../report/progress.js';
import { badInputs } from './bad-inputs.js';
import { measureRefusals, type Refusals } from './measure-refusals.js';
import { withPlace } from './place.js';
import { refusalGoals, refusalTable } from './refusal-report.js';

interface RefusalWork {
  command: Pick<Command, 'rounds'>;
  progress: Progress;
}

/** Measures how soon the router refuses what it must refuse, and what others notice of it. */
export function runRefusals({ command: { rounds }, progress }: RefusalWork): Promise<Outcome> {
  return withPlace(async (place) => {
    const refusals: Refusals[] = [];
    for (const input of badInputs(place)) {
      progress.show(`${input.name}: ${rounds} times`);
      refusals.push(await measureRefusals(input, place, rounds));
    }
    return {
      title: `refusals: each kind of bad input ${rounds} times, 8 at once, beside a plain query`,
      figures: { refusals },
      tables: [refusalTable(refusals)],
      goals: refusalGoals(refusals),
    };
  });
}
