import { type DocumentNode, Kind, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type FindTally, Tally } from '../metrics/tallies.js';
import type { CompileOperation } from './compile-operation.js';
import type { CompiledOperation } from './compiled-operation.js';
import { NotCompiledError } from './not-compiled.error.js';

/** An operation of a document that is parsed and valid. */
export interface PreparableOperation {
  /** SHA-256 of the document's text. */
  hash: string;
  document: DocumentNode;
  operationName: string | undefined;
}

/** What came of it; nothing when it is one for the gateway's own executor. */
interface Prepared {
  operation?: CompiledOperation;
}

const rememberedOperations = 1_000;

/**
 * Operations with their compiled plans. Those that are known beforehand stay for good; of all others, the ones that were
 * used last.
 */
export class PreparedOperations {
  private readonly known = new Map<string, Prepared>();
  private readonly used = new LRUCache<string, Prepared>({ max: rememberedOperations });

  private readonly counts: Record<'used' | 'known' | 'compiled' | 'left', Tally>;

  constructor(
    private readonly compile: CompileOperation,
    tallyOf: FindTally<'result'> = () => new Tally(),
  ) {
    this.counts = {
      used: tallyOf({ result: 'used' }),
      known: tallyOf({ result: 'known' }),
      compiled: tallyOf({ result: 'compiled' }),
      left: tallyOf({ result: 'left' }),
    };
  }

  /** Plans and compiles the operation unless it is there; undefined when it is one for the gateway's own executor. */
  get(wanted: PreparableOperation): CompiledOperation | undefined {
    const key = keyOf(wanted);
    const used = this.used.get(key);
    const found = used ?? this.known.get(textOf(wanted));
    this.counts[used ? 'used' : found ? 'known' : 'compiled'].add();
    const prepared = found ?? this.prepare(wanted);
    this.used.set(key, prepared);
    if (!prepared.operation) this.counts.left.add();
    return prepared.operation;
  }

  /** The operation if it was used lately. */
  find(wanted: Pick<PreparableOperation, 'hash' | 'operationName'>): CompiledOperation | undefined {
    const operation = this.used.get(keyOf(wanted))?.operation;
    if (operation) this.counts.used.add();
    return operation;
  }

  /** Prepares an operation that clients are known to send, however they lay out its text. */
  keep(known: Omit<PreparableOperation, 'hash'>): void {
    this.known.set(textOf(known), this.prepare(known));
  }

  private prepare({ document, operationName }: Omit<PreparableOperation, 'hash'>): Prepared {
    try {
      return { operation: this.compile(document, operationName) };
    } catch (error) {
      if (error instanceof NotCompiledError) return {};
      throw error;
    }
  }
}

function keyOf({ hash, operationName }: Pick<PreparableOperation, 'hash' | 'operationName'>): string {
  return operationName ? `${hash} ${operationName}` : hash;
}

/** The document's text, the same however it was laid out. */
function textOf({ document, operationName }: Omit<PreparableOperation, 'hash'>): string {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const others = document.definitions.filter(({ kind }) => kind !== Kind.OPERATION_DEFINITION).map(print);
  const name = operations.length > 1 ? operationName : '';
  return [name, ...operations.map(print), ...others.sort()].join('\n');
}
