import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { RouterContext } from '../operations/router-context.js';

/** A valid operation with the fragments of its document, and nothing else. */
export interface SoleOperation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
}

/** An operation before anything of it is executed. */
export interface IncomingOperation extends SoleOperation {
  /** As the client sent them; nothing but the document's own rules is known to hold of them. */
  variables: Readonly<Record<string, unknown>>;
  context: RouterContext;
}

/** Decides about one thing, and throws a {@link refusal} when the operation is not to be executed. */
export type Concern = (operation: IncomingOperation) => void | Promise<void>;

/** Asks each of the concerns, in their order. */
export function all(concerns: readonly Concern[]): Concern {
  return async (operation) => {
    for (const concern of concerns) {
      const decision = concern(operation);
      if (decision) await decision;
    }
  };
}

/** A concern about the operation alone: one that passed is not looked at again for as long as it is kept. */
export function onceForEachOperation(decide: (operation: SoleOperation) => void): (operation: SoleOperation) => void {
  const passed = new WeakSet<OperationDefinitionNode>();
  return (operation) => {
    if (passed.has(operation.definition)) return;
    decide(operation);
    passed.add(operation.definition);
  };
}
