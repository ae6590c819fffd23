import Stripe from 'stripe';

const timeoutMs = 10_000;
const resentCodes = new Set<unknown>(['ECONNRESET', 'EPIPE']);

/** @param apiUrl of another server that speaks Stripe's API; absent: Stripe itself. */
export function createStripe(secretKey: string, apiUrl: string | undefined): Stripe {
  const httpClient = createOneTryClient();
  return new Stripe(secretKey, {
    ...addressOf(apiUrl),
    httpClient,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
  });
}

/**
 * Sends each request once. NOTE: told not to retry, the SDK still sends a request again when the connection was closed;
 * whether that is safe depends on the key's age, which only we know. It recognises the case by the error's code.
 */
function createOneTryClient() {
  const client = Stripe.createNodeHttpClient();
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = (...request) =>
    makeRequest(...request).catch((error: Error & { code?: unknown }) => {
      if (!resentCodes.has(error.code)) throw error;
      throw new Error(`The connection was closed: ${error.message}`, { cause: error });
    });
  return client;
}

function addressOf(apiUrl: string | undefined) {
  if (!apiUrl) return {};
  const { hostname: host, port, protocol } = new URL(apiUrl);
  const isPlain = protocol === 'http:';
  return { host, port: port || (isPlain ? 80 : 443), protocol: isPlain ? ('http' as const) : ('https' as const) };
}
