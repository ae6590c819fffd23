/** Something rare that the compiler leaves to the gateway's own executor. */
export class NotCompiledError extends Error {
  override readonly name = 'NotCompiledError';
}
