const patience = 10_000;

interface Post {
  url: string;
  payload: string;
  signature: string;
  signal: AbortSignal;
}

/** Posts one event; true when it was accepted with a 2xx. Anything else, silence included, is a refusal. */
export async function postWebhook({ url, payload, signature, signal }: Post): Promise<boolean> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    // NOTE: an endpoint that cannot be reached is the same as one that refuses: it is tried again later.
    return false;
  }
}
