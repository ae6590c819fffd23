import { workspaceVersion } from '../state/read-operations.js';
import type { RecordedOperation } from '../state/registry-state.js';

/** How those who use something come away from it: `change schema/operations/demo/cart.graphql; when web 1.3.0 …` */
export function moveUsers(users: readonly RecordedOperation[]): string {
  return [...new Set(users.map(moveUser))].join('; ');
}

function moveUser({ client, version, file }: RecordedOperation): string {
  if (version === workspaceVersion) return `change ${file}`;
  return `when ${client} ${version} is out of use, npm run operations:retire -- --client ${client} --version ${version}`;
}
