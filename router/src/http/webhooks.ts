import { PublicError } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import express, { type Request, Router } from 'express';
import { request as send } from 'undici';
import type { Refuse } from './refuse.js';

/** Payment providers, each with the header in which it signs. */
const signatureHeaders = { stripe: 'stripe-signature' };

const answerWithinMs = 10_000;

/**
 * Passes the webhooks of payment providers on to payments, byte for byte: the signature is over the bytes. Answers what
 * payments answers.
 */
export function passWebhooks(paymentsUrl: string, logger: Logger, refuse: Refuse): Router {
  const router = Router();
  for (const [provider, signatureHeader] of Object.entries(signatureHeaders)) {
    const path = `/webhooks/${provider}`;
    const target = paymentsUrl.replace(/\/$/, '') + path;
    router.post(path, express.raw({ type: () => true, limit: '100kb', inflate: false }), async (request, response) => {
      try {
        const answer = await pass(request, target, signatureHeader);
        response.status(answer.status).type(answer.type).send(answer.body);
      } catch (error) {
        logger.warn({ err: error, provider }, 'A webhook could not be passed on; the provider will send it again.');
        refuse(
          response,
          new PublicError('SERVICE_UNAVAILABLE', 'Payments cannot be reached.', { retryAfterMs: 5_000 }),
        );
      }
    });
    router.all(path, (_request, response) => {
      response.set('allow', 'POST');
      refuse(response, new PublicError('METHOD_NOT_ALLOWED', 'Webhooks are sent by POST.'));
    });
  }
  return router;
}

async function pass(request: Request, target: string, signatureHeader: string) {
  const signature = request.get(signatureHeader);
  const type = request.get('content-type') ?? 'application/octet-stream';
  const response = await send(target, {
    method: 'POST',
    headers: { 'content-type': type, ...(signature !== undefined && { [signatureHeader]: signature }) },
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const body = Buffer.from(await response.body.arrayBuffer());
  return { status: response.statusCode, type: String(response.headers['content-type'] ?? 'application/json'), body };
}
