import { PlainError } from '../plain-error.mjs';

const defaultPort = 4000;

/** The router's port as PORT says, or the usual one. */
export function readPort() {
  const port = Number(process.env.PORT || defaultPort);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`PORT is a number from 1 to 65535, not ${process.env.PORT}.`);
}
