/** An event that the webhook endpoint has not accepted yet. Its id is the event's. */
export interface Delivery {
  id: string;
  attempts: number;
  dueAt: number;
}
