/** The variables that hold the passwords of a subgraph's two database roles. */
export function passwordVariables(subgraph) {
  const name = subgraph.toUpperCase();
  return { owner: `${name}_OWNER_PASSWORD`, app: `${name}_APP_PASSWORD` };
}
