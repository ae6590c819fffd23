import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What is said to the body of a request. */
export type Answer = (body: string) => string | Promise<string>;

/** Who is not measured at the moment finds its connections open when it is again. */
const keepAliveTimeout = 3_600_000;

export interface JsonServer {
  port: number;
  /** Needed where the process goes on to do something else. */
  stop: () => void;
}

/** A plain server on the loopback whose answers are JSON. */
export function serveJson(answer: Answer, port = 0): Promise<JsonServer> {
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    respond(request, response, answer).catch((error: Error) => {
      response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] }));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ port: portOf(server), stop: () => stop(server) }));
  });
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const json = await answer(await readBody(request));
  response.setHeader('content-type', 'application/json');
  response.setHeader('content-length', Buffer.byteLength(json));
  response.end(json);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => resolve(body));
    request.once('error', reject);
  });
}
