import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Passes requests on one by one, each in a turn of its own of the event loop: a flood of what is dear to prepare must not
 * stand before what costs next to nothing.
 */
export function onePerTurn(listener: RequestListener): RequestListener {
  const waiting: [IncomingMessage, ServerResponse][] = [];
  const passOn = () => {
    const next = waiting.shift();
    if (waiting.length > 0) setImmediate(passOn);
    if (next && !next[1].destroyed) listener(...next);
  };
  return (request, response) => {
    waiting.push([request, response]);
    if (waiting.length === 1) setImmediate(passOn);
  };
}
