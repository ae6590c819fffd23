// Every process of ours is built on these.
const foundations = ['packages/kit/', 'schema/'];

/** The parts that must be restarted when these files changed. */
export function partsTouchedBy(files, parts) {
  const sources = files.filter((file) => file.endsWith('.ts') || file.endsWith('.js'));
  if (sources.some((file) => foundations.some((folder) => file.startsWith(folder)))) return parts;
  return parts.filter((part) => files.some((file) => touches(file, part)));
}

function touches(file, { name, folder }) {
  return file.startsWith(`${folder}/`) || (name === 'router' && file === 'schema/supergraph.graphql');
}
