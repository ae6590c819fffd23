import type { OperationTypeNode } from 'graphql';

/** A file of a client: documents, or a manifest. */
export interface ClientFile {
  path: string;
  content: string;
}

/** One operation as a client sends it. */
export interface ClientOperation {
  /** SHA-256 of {@link ClientOperation.document}, in lower-case hexadecimal. */
  id: string;
  /** What the client sends in place of the text, where that is not {@link ClientOperation.id}. */
  clientId?: string;
  name: string;
  type: `${OperationTypeNode}`;
  /** The operation with every fragment it needs: the text itself where the client wrote it down, or else printed. */
  document: string;
  file: string;
  /** Where it begins in the file, from 1; missing where it cannot be known. */
  line?: number;
}
