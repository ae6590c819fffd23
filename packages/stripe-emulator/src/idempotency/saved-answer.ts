/** What was answered to a request with this idempotency key; the id is the key. */
export interface SavedAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: object;
  requestId: string;
  savedAt: number;
}
