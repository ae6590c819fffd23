/** One database per subgraph, by the subgraph's folder name. */
export const databaseNames = [
  'accounts',
  'cart',
  'catalog',
  'inventory',
  'notifications',
  'orders',
  'payments',
  'shipping',
];

export const extensions = ['pg_trgm', 'unaccent', 'citext', 'btree_gist'];

/** The names of a subgraph's database and of the two roles that use it. */
export function databaseOf(name) {
  return { name, database: `souk_${name}`, owner: `souk_${name}_owner`, app: `souk_${name}_app` };
}
