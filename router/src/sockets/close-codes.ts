/** Why we close a socket. graphql-ws clients connect again by themselves after each of these. */
export const closeCodes = {
  /** The process stops; another one takes over. */
  restart: 1012,
  tryAgainLater: 1013,
  /** The token is not good, or not any more. */
  forbidden: 4403,
  /** The client reads too slowly. It misses nothing if it resumes after the last sequence it saw. */
  tooSlow: 4290,
  internal: 4500,
} as const;
