import { show } from '../terminal/report.mjs';

const demoSignIns = [
  ['customer', 'customer@souk.example', 'demoCustomerPassword'],
  ['manager', 'manager@souk.example', 'demoManagerPassword'],
  ['admin', 'admin@souk.example', 'demoAdminPassword'],
];

/** Tells where to point a browser and how to sign in. */
export function showWelcome({ parts, context }) {
  const names = parts.map(({ name }) => name);
  show('', names.length === 0 ? 'The servers are up.' : 'The shop is open.', '');
  if (names.includes('router')) show(...endpointLines(context));
  if (names.includes('mail-inbox')) show(line('Mail inbox', `http://127.0.0.1:${context.ports['mail-inbox']}`));
  if (names.includes('accounts') && context.seed === 'demo') show(...signInLines(context));
  show(line('Logs', context.home.log), '', '  Ctrl-C stops everything.', '');
}

function endpointLines({ ports }) {
  const url = `http://127.0.0.1:${ports.router}/graphql`;
  return [line('GraphQL endpoint', `${url}  (HTTP, SSE and graphql-ws)`), line('GraphiQL', `${url}  in a browser`)];
}

function signInLines({ secrets }) {
  return demoSignIns.map(([role, email, secret]) => line(`Sign in as ${role}`, `${email}  ${secrets[secret]}`));
}

function line(label, text) {
  return `  ${label.padEnd(20)} ${text}`;
}
