import { OperationInputError } from '@souk/operations/operation-input.error';
import { RegistryInputError } from '../registry-input.error.js';

/** Does what reads a client's files; what is wrong with them is told as the registry tells it. */
export function readAsInput<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof OperationInputError) throw new RegistryInputError(error.message, error);
    throw error;
  }
}
