/** The files of the made-up shop in the folder `world`, as a repository has them. */
export const accounts = 'schema/subgraphs/accounts.graphql';
export const catalog = 'schema/subgraphs/catalog.graphql';
export const orders = 'schema/subgraphs/orders.graphql';
export const shipping = 'schema/subgraphs/shipping.graphql';

/** What is asked, and replied. */
export const asyncApi = 'schema/asyncapi.json';

/** Who takes which event. In a repository the code of the subgraphs says so. */
export const subscriptionsFile = 'subscriptions.json';

/** The day on which the changes are made. */
export const today = '2026-06-15';

export function contractOf(type: string): string {
  return `schema/event-schemas/${type}.json`;
}

export function sampleOf(type: string): string {
  return `schema/samples/${type}.json`;
}
