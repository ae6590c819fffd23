import { PlainError } from '../plain-error.mjs';

/** The URL a person gave for this server. Only the shop touches a given server: it may hold a shop's data. */
export function givenUrl(home, server) {
  return home.mayUseGivenServers ? process.env[server.variable] || undefined : undefined;
}

/** Checks that a given server answers in its own protocol. It is never stopped and never emptied. */
export async function useGivenServer(server, url) {
  if (!URL.canParse(url)) throw new PlainError(`${server.variable} is not a URL.`);
  const { version, problem } = await server.probe(url);
  if (version) return { url, version, how: `given by ${server.variable}` };
  throw new PlainError(
    `${server.variable} is set, but ${server.label} does not answer at ${withoutPassword(url)}: ${problem}.\n` +
      `  Start that server or correct ${server.variable}; without it the launcher runs a ${server.label} of its own.`,
  );
}

function withoutPassword(url) {
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  return shown.href;
}
