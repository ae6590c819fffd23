import type { Request, Response } from 'express';
import { type StripeFailure } from '../failures/stripe-failure.js';

export interface Answer {
  status: number;
  body: object;
  /** The request that was first answered like this, when the answer is a repeated one. */
  originalRequestId?: string;
}

export function answerOf(failure: StripeFailure): Answer {
  return { status: failure.status, body: failure.toBody() };
}

export function send(response: Response, { status, body, originalRequestId }: Answer): void {
  if (originalRequestId) response.set({ 'idempotent-replayed': 'true', 'original-request': originalRequestId });
  response.status(status).json(body);
}

export function requestIdOf(response: Response): string {
  return response.locals.requestId as string;
}

/** This server's address as the caller used it. */
export function addressOf(request: Request): string {
  return `${request.protocol}://${request.get('host')}`;
}
