/** A figure that must not be exceeded. */
export interface Goal {
  name: string;
  measured: number | null;
  atMost: number;
  unit: string;
}

/** What was not measured is not met. */
export function isMet({ measured, atMost }: Goal): boolean {
  return measured !== null && measured <= atMost;
}

export function describeGoal(goal: Goal): string {
  const { name, measured, atMost, unit } = goal;
  const found = measured === null ? 'not measured' : `${Number(measured.toFixed(1))} ${unit}`;
  return `${isMet(goal) ? 'met   ' : 'MISSED'}  ${name}: ${found}, goal at most ${atMost} ${unit}`;
}
