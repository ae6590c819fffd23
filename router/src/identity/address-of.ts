import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/**
 * Finds where a request comes from. Each proxy of ours writes down whom it got the request from, at the end of
 * `X-Forwarded-For`; what stands before that, anybody could have written.
 * @param proxies how many proxies of ours every request passes.
 */
export function createAddressOf(proxies: number): AddressOf {
  return ({ headers, socket }) => {
    const own = socket.remoteAddress ?? '';
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    return networkOf((proxies > 0 && forwarded.at(-proxies)?.trim()) || own);
  };
}

/** An IPv4 address as it is; of an IPv6 address the half that a subscriber is given as a whole. */
function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  if (isIPv4(mapped)) return mapped;
  const [start = '', end] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const [first, last] = [start, end ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = end === undefined ? [] : Array(Math.max(0, 8 - first!.length - last!.length)).fill('0');
  return `${[...first!, ...zeros, ...last!].slice(0, 4).join(':')}::/64`;
}
