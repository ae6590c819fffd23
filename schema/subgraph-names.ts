/** Every subgraph, for those who ask all of them the same. */
export const subgraphNames = [
  'accounts',
  'cart',
  'catalog',
  'inventory',
  'notifications',
  'orders',
  'payments',
  'shipping',
] as const;

export type SubgraphName = (typeof subgraphNames)[number];
