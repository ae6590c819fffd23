export const differenceKinds = [
  'MISSING_HERE',
  'MISSING_THERE',
  'AMOUNT_DIFFERS',
  'CURRENCY_DIFFERS',
  'STATE_DIFFERS',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export const differenceSubjects = ['PAYMENT', 'REFUND'] as const;
export type DifferenceSubject = (typeof differenceSubjects)[number];

/** GONE: it was not found any more, without our doing. */
export const differenceStatuses = ['OPEN', 'REPAIRED', 'GONE'] as const;
export type DifferenceStatus = (typeof differenceStatuses)[number];

/** One point in which a provider's books and ours do not say the same. */
export interface Difference {
  kind: DifferenceKind;
  subject: DifferenceSubject;
  /** The payment or refund by the provider's name for it; by ours where the provider knows none. */
  reference: string;
  /** What was compared: "status", "captured" … */
  point: string;
  /** What either side says, for people; null: nothing. */
  ours: string | null;
  theirs: string | null;
}

/** Whether two differences are the same one, found twice. */
export function isSame(one: Difference, other: Difference): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ kind, subject, reference, point }: Difference): string {
  return [kind, subject, reference, point].join(' ');
}
