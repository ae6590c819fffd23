/** A figure that must not be exceeded, or must be reached. */
export type Goal = Figure & ({ atMost: number } | { atLeast: number });

interface Figure {
  name: string;
  measured: number | null;
  unit: string;
}

/** What was not measured is not met. */
export function isMet(goal: Goal): boolean {
  if (goal.measured === null) return false;
  return 'atMost' in goal ? goal.measured <= goal.atMost : goal.measured >= goal.atLeast;
}

export function describeGoal(goal: Goal): string {
  const { name, measured, unit } = goal;
  const found = measured === null ? 'not measured' : `${Number(measured.toPrecision(4))} ${unit}`;
  const limit = 'atMost' in goal ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`;
  return `${isMet(goal) ? 'met   ' : 'MISSED'}  ${name}: ${found}, goal ${limit} ${unit}`;
}
