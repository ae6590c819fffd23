import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { assertionHeader, type Caller, createAssertionSigner } from '../identity/index.js';

export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asked for
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** Stands where the router stands: asks a subgraph in the name of callers. */
export interface TestRouter {
  publicKey: JWK;
  /** Sends an operation to a subgraph at `url` in the caller's name. */
  send(url: string, caller: Caller, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
  assertionFor(caller: Caller): Promise<string>;
}

export async function createTestRouter(subgraph: string): Promise<TestRouter> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const sign = await createAssertionSigner(await exportJWK(privateKey));
  const assertionFor = (caller: Caller) => sign(caller, subgraph);
  return {
    publicKey: await exportJWK(publicKey),
    assertionFor,
    async send(url, caller, query, variables = {}) {
      const headers = { 'content-type': 'application/json', [assertionHeader]: await assertionFor(caller) };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphqlAnswer;
    },
  };
}

export function aCustomer(id: string, more: Partial<Caller> = {}): Caller {
  return { kind: 'customer', id, roles: ['CUSTOMER'], scopes: [], sessionId: id, ...more };
}

export function aGuest(id: string): Caller {
  return { kind: 'guest', id, roles: ['GUEST'], scopes: [], sessionId: id };
}

/** @param scopes what the member of staff may do, e.g. `catalog:write`. */
export function aStaffMember(id: string, scopes: string[]): Caller {
  return { kind: 'staff', id, roles: ['MANAGER'], scopes, sessionId: id };
}
