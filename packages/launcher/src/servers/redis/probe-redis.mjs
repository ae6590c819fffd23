import { talk } from '../talk.mjs';

const defaultPort = 6379;

/** Signs in if the URL says so and asks for the version; { version } or { problem }. */
export async function probeRedis(url) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const result = await talk({
    host: hostname,
    isEncrypted: protocol === 'rediss:',
    port: Number(port || defaultPort),
    word: `${signIn(username, password)}INFO server\r\n`,
    pattern: /redis_version:(\S+)|^-(.+)\r\n/m,
  });
  if (result.problem) return result;
  const [, version, refusal] = result.match;
  return version ? { version } : { problem: refusal };
}

function signIn(username, password) {
  if (!password) return '';
  return `AUTH ${[username, password].filter(Boolean).map(decodeURIComponent).join(' ')}\r\n`;
}
