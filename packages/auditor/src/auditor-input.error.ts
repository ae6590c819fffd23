/** What was asked for cannot be done as it was asked. */
export class AuditorInputError extends Error {
  override name = 'AuditorInputError';
}
