export const onePassed = { passed: 1, failed: 0 };
export const oneFailed = { passed: 0, failed: 1 };

/** Counts a tool as one test that passed or failed. */
export function countStatus(status) {
  return status === 0 ? onePassed : oneFailed;
}

export function addCounts(counts) {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}
