/**
 * Aborted when somebody asks this process to stop. Whoever works for it is told so, and cleans up, before it ends.
 * @param sentence what whoever stopped it is told.
 */
export function untilStopped(sentence: string): AbortSignal {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Error(sentence));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  return stopping.signal;
}
