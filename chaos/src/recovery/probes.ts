import { randomUUID } from 'node:crypto';
import type { LivingWorld } from '../world/living-world.js';

/** Asks for something that only a working component can answer; resolves to whether it did. */
export type Probe = () => Promise<boolean>;

interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: { extensions?: { code?: string } }[];
}

const timeoutMs = 3_000;

/** What each subgraph is asked through the router. Nothing of it is an answer that the router may have kept. */
const questions: Record<string, () => string> = {
  accounts: () => '{ me { id } }',
  cart: () => '{ cart { id } }',
  catalog: () => `{ searchProducts(query: "${randomUUID()}", first: 1) { nodes { id } } }`,
  inventory: () => '{ warehouses(first: 1) { nodes { id } } }',
  notifications: () => '{ messages(first: 1) { nodes { id } } }',
  orders: () => '{ orders(first: 1) { nodes { id } } }',
  payments: () => `{ payment(id: "${randomUUID()}") { id } }`,
  shipping: () => '{ shippingZones { code } }',
  router: () => '{ __typename }',
};

/** Which subgraph cannot answer without a server. */
const dependents: Record<string, string> = { postgres: 'inventory', redis: 'cart' };

/** The probes of every component that may die, in a manager's name. */
export class Probes {
  private accessToken: string | undefined;

  constructor(private readonly living: LivingWorld) {}

  /** Before anything goes wrong, so that nobody waits for accounts who asks for something else. */
  async open(): Promise<void> {
    this.accessToken = await this.signIn();
  }

  of(component: string): Probe {
    // Nothing that is asked by GraphQL needs NATS for its answer, but no subgraph is ready without it.
    if (component === 'nats') return () => this.living.part('orders').isReady();
    const question = questions[dependents[component] ?? component];
    if (!question) throw new Error(`Nothing is known to ask ${component} for.`);
    return () => this.isAnswered(question());
  }

  private async isAnswered(query: string): Promise<boolean> {
    this.accessToken ??= await this.signIn();
    if (this.accessToken === undefined) return false;
    const { data, errors } = await this.ask(query, {}, this.accessToken);
    if (errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) this.accessToken = undefined;
    return data !== null && data !== undefined && !errors?.length;
  }

  private async signIn(): Promise<string | undefined> {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } } }';
    const { data } = await this.ask(query, { input: this.living.world.signIns.manager });
    return (data?.['signIn'] as { tokens?: { accessToken: string } } | undefined)?.tokens?.accessToken;
  }

  /** An answer that did not come, or was no answer, is an empty one. */
  private async ask(query: string, variables: object, accessToken?: string): Promise<GraphqlAnswer> {
    try {
      const response = await fetch(this.living.world.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(accessToken && { authorization: `Bearer ${accessToken}` }) },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return (await response.json()) as GraphqlAnswer;
    } catch {
      return {};
    }
  }
}
