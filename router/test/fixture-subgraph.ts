import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expressMiddleware } from '@as-integrations/express5';
import { assertionHeader, type Caller, createAssertionVerifier, type VerifyAssertion } from '@souk/kit/identity';
import express, { type Express, type NextFunction, type Response } from 'express';
import { type GraphQLSchema, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { JWK } from 'jose';
import { WebSocketServer } from 'ws';

export interface FixtureContext {
  caller: Caller;
  requestId: string | undefined;
}

export interface FixtureDefinition {
  name: string;
  typeDefs: string;
  resolvers: object;
}

interface SubgraphRequest {
  headers: IncomingHttpHeaders;
  query: string;
}

/** What it does with requests over HTTP: answer, say that it cannot, break the connection, or nothing at all. */
export type Mood = 'well' | 'busy' | 'busy once' | 'breaking' | 'hanging';

/** A small subgraph that really listens, and answers only who bears the router's assertion. */
export class FixtureSubgraph {
  /** What it was sent over HTTP, the latest last. */
  readonly requests: SubgraphRequest[] = [];
  mood: Mood = 'well';
  /** How many requests whoever asked gave up before they were answered. */
  abandoned = 0;
  private http: Server;
  private sockets: WebSocketServer;

  private constructor(
    private readonly app: Express,
    private readonly serve: (sockets: WebSocketServer) => void,
  ) {
    this.http = createServer();
    this.sockets = new WebSocketServer({ noServer: true });
  }

  static async start({ name, typeDefs, resolvers }: FixtureDefinition, publicKey: JWK): Promise<FixtureSubgraph> {
    const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
    const verify = await createAssertionVerifier(publicKey, name);
    const app = express();
    const subgraph = new FixtureSubgraph(app, (sockets) => serveSubscriptions(sockets, schema, verify));
    app.use('/graphql', express.json(), (request, response, next) => {
      subgraph.requests.push({ headers: request.headers, query: request.body.query });
      subgraph.take(response, next);
    });
    app.use('/graphql', await queries(schema, verify));
    await subgraph.listen(0);
    return subgraph;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** How many sockets the router holds open to it. */
  get socketCount(): number {
    return this.sockets.clients.size;
  }

  private take(response: Response, next: NextFunction): void {
    response.once('close', () => {
      if (!response.writableEnded) this.abandoned += 1;
    });
    if (this.mood === 'well') next();
    if (this.mood.startsWith('busy')) response.status(503).end();
    if (this.mood === 'busy once') this.mood = 'well';
    if (this.mood === 'breaking') response.socket?.destroy();
  }

  private port = 0;

  /** Listens again where it did before it was stopped. */
  startAgain(): Promise<void> {
    return this.listen(this.port);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.http.closeAllConnections();
    if (this.http.listening) await new Promise((resolve) => this.http.close(resolve));
  }

  private async listen(port: number): Promise<void> {
    this.http = createServer(this.app);
    this.sockets = new WebSocketServer({ server: this.http, path: '/graphql' });
    this.serve(this.sockets);
    await new Promise<void>((resolve) => this.http.listen(port, '127.0.0.1', resolve));
    this.port = (this.http.address() as AddressInfo).port;
  }
}

async function queries(schema: GraphQLSchema, verify: VerifyAssertion) {
  const server = new ApolloServer<FixtureContext>({
    schema,
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await server.start();
  return expressMiddleware(server, {
    context: async ({ req }) => ({
      caller: await verify(req.get(assertionHeader)),
      requestId: req.get('x-request-id'),
    }),
  });
}

function serveSubscriptions(sockets: WebSocketServer, schema: GraphQLSchema, verify: VerifyAssertion): void {
  useServer(
    {
      schema,
      context: async (_context, _id, { extensions }) => ({
        caller: await verify(extensions?.['assertion'] as string | undefined),
        requestId: extensions?.['requestId'],
      }),
    },
    sockets,
  );
}
