import { show } from '../terminal/report.mjs';
import { tellSignIns } from './sign-ins.mjs';

/** Tells where to point a browser and how to sign in. */
export function showWelcome({ parts, context }) {
  const names = parts.map(({ name }) => name);
  show('', names.length === 0 ? 'The servers are up.' : 'The shop is open.', '');
  if (names.includes('router')) show(...endpointLines(context));
  if (names.includes('mail-inbox')) show(line('Mail inbox', `http://127.0.0.1:${context.ports['mail-inbox']}`));
  if (names.includes('accounts') && context.seed !== 'none') show(...signInLines(context));
  show(line('Logs', context.home.log), '', '  Ctrl-C stops everything.', '');
}

function endpointLines({ ports }) {
  const url = `http://127.0.0.1:${ports.router}/graphql`;
  return [line('GraphQL endpoint', `${url}  (HTTP, SSE and graphql-ws)`), line('GraphiQL', `${url}  in a browser`)];
}

function signInLines({ home, secrets }) {
  return tellSignIns(home, secrets).map(([label, text]) => line(label, text));
}

function line(label, text) {
  return `  ${label.padEnd(20)} ${text}`;
}
