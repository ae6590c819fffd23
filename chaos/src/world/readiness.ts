const answerTimeoutMs = 3_000;

/** Whether the process behind a port says that it is ready. */
export async function isReadyAt(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // Not listening, frozen or on its way out: not ready.
    return false;
  }
}
