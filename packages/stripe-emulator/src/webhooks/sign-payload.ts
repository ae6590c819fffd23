import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header over exactly these bytes, made at this moment. */
export function signPayload(payload: string, secret: string, now: Date): string {
  const timestamp = Math.floor(now.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
