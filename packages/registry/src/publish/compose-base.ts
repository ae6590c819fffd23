import { RegistryInputError } from '../registry-input.error.js';
import type { ComposedState, RegistryState } from '../state/registry-state.js';
import { compose } from './compose.js';
import { describeRemark } from './composition-remark.js';

/** Composes what was accepted once. @throws {RegistryInputError} when it does not compose, so that it is no base. */
export function composeBase(state: RegistryState, revision: string): ComposedState {
  const { composed, errors } = compose(state.subgraphs);
  if (composed) return { ...state, ...composed };
  throw new RegistryInputError(
    `The subgraphs of ${revision} do not compose, so nothing can be compared with it. Name another revision with --base.\n${errors.map(describeRemark).join('\n')}`,
  );
}
