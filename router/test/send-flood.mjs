import { parentPort, workerData } from 'node:worker_threads';

// Runs in a thread of its own: what the sender does would be counted as the router's.
const { url, count } = workerData;
const answers = Array.from({ length: count }, (_item, n) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `query Q${n} { a${n}: __typename }` }),
  }).then(({ status }) => status),
);
parentPort?.postMessage(await Promise.all(answers));
