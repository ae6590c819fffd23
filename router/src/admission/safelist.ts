import type { Logger } from '@souk/kit/observability';
import { type DocumentNode, parse, print } from 'graphql';
import { type Concern, onceForEachOperation } from './concern.js';
import { refusal } from './refusal.js';

/** Whether operations that no client is known to send are logged and executed, or refused. */
export type SafelistMode = 'log' | 'enforce';

export interface Safelist {
  mode: SafelistMode;
  /** The clients that it is about, by the names that they give themselves; everybody when there are none. */
  clients: ReadonlySet<string>;
  /** Documents of one operation each, with its fragments. */
  known: readonly { document: string }[];
  logger: Logger;
}

/** An operation is known by its text, however that is laid out. */
export function keepToSafelist({ mode, clients, known, logger }: Safelist): Concern {
  const texts = new Set(known.map(({ document }) => textOf(parse(document))));
  const keep = onceForEachOperation(({ document, definition }) => {
    if (texts.has(textOf(document))) return;
    if (mode === 'enforce') throw unknownOperation();
    logger.warn({ operation: definition.name?.value }, 'No client is known to send this operation.');
  });
  if (clients.size === 0) return keep;
  return (operation) => (clients.has(operation.context.client ?? '') ? keep(operation) : undefined);
}

function textOf({ definitions }: DocumentNode): string {
  return definitions.map(print).sort().join('\n');
}

function unknownOperation() {
  return refusal('PERSISTED_QUERY_NOT_FOUND', 'This operation is not among those that clients have registered.');
}
