/** Does work `count` times, never more than `lanes` at a time: more would only queue for connections. */
export async function atOnce<Result>(
  count: number,
  work: (index: number) => Promise<Result>,
  lanes = 32,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
