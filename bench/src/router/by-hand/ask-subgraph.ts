import { type Dispatcher, Pool } from 'undici';

/** Asks a subgraph something; the answer is taken to be of the form that was asked for. */
export type AskSubgraph = <Data>(query: string, variables: object) => Promise<Data>;

const headers = { 'content-type': 'application/json', accept: 'application/json' };

export function openSubgraph(url: string): AskSubgraph {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  return async <Data>(query: string, variables: object) => {
    const answer = await post(pool, pathname, JSON.stringify({ query, variables }));
    return (JSON.parse(answer) as { data: Data }).data;
  };
}

function post(pool: Pool, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    pool.dispatch({ method: 'POST', path, headers, body }, collect(resolve, reject));
  });
}

/** As little as undici can do: no stream is made for an answer that is read as a whole. */
function collect(resolve: (text: string) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  return {
    onRequestStart: () => {},
    onResponseStart: () => {},
    onResponseData: (_controller, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve(Buffer.concat(chunks).toString()),
    onResponseError: (_controller, error) => reject(error),
  };
}
