/** Something that happened, with the object as it was at that moment. */
export interface EmittedEvent {
  id: string;
  type: string;
  object: object;
  created: number;
  requestId: string | null;
  idempotencyKey: string | null;
}
