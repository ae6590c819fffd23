/* global CloseEvent, document, fetch, GraphiQL, location, React, ReactDOM */
import { createClient } from './vendor/graphql-ws/client.js';

const address = '/graphql';

/** Sends an operation: subscriptions over WebSocket, everything else by POST. */
function send({ query, operationName, variables }, { headers = {}, documentAST } = {}) {
  const operation = { query, operationName, variables };
  return isSubscription(documentAST, operationName) ? subscribe(operation, headers) : post(operation, headers);
}

function isSubscription(document, operationName) {
  const operations = (document?.definitions ?? []).filter(({ kind }) => kind === 'OperationDefinition');
  const chosen = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
  return chosen?.operation === 'subscription';
}

async function post(operation, headers) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
  });
  return response.json();
}

/** A socket of its own for each subscription, with the token of that moment. */
function subscribe(operation, headers) {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const client = createClient({
    url: `${location.protocol.replace('http', 'ws')}//${location.host}${address}`,
    connectionParams: authorization ? { authorization } : {},
    retryAttempts: 0,
  });
  return {
    subscribe: ({ next, error, complete }) => {
      const sink = { next, complete, error: (cause) => error(explain(cause)) };
      return { unsubscribe: client.subscribe(operation, sink) };
    },
  };
}

/** Errors of the subscription are shown as they are; a closed socket has a code and a reason. */
function explain(cause) {
  return cause instanceof CloseEvent ? { message: `The socket was closed: ${cause.code} ${cause.reason}` } : cause;
}

const welcome = await (await fetch('/graphiql/welcome.graphql')).text();
const page = React.createElement(GraphiQL, {
  fetcher: send,
  defaultQuery: welcome,
  defaultEditorToolsVisibility: 'headers',
  shouldPersistHeaders: false,
});
ReactDOM.createRoot(document.getElementById('graphiql')).render(page);
