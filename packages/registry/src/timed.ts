/** Runs a piece of work and says how many milliseconds it took. */
export async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; tookMs: number }> {
  const start = performance.now();
  const result = await work();
  return { result, tookMs: Math.round(performance.now() - start) };
}
