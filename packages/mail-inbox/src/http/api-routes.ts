import express, { type Router } from 'express';
import { z } from 'zod';
import type { MessageStore } from '../messages/message-store.js';
import { findMessage } from './find-message.js';
import { NotFoundError } from './not-found-error.js';

const listRequest = z.strictObject({
  to: z.string().max(320).optional(),
  limit: z.coerce.number().int().min(1).max(100_000).default(50),
});
const clearRequest = listRequest.omit({ limit: true });

/** The inbox for programs. */
export function apiRoutes(store: MessageStore): Router {
  const router = express.Router();
  router.get('/messages', (request, response) => {
    response.json({ messages: store.list(listRequest.parse(request.query)) });
  });
  router.delete('/messages', (request, response) => {
    response.json({ deleted: store.clear(clearRequest.parse(request.query).to) });
  });
  router.get('/messages/:id', (request, response) => {
    response.json(findMessage(store, request.params.id));
  });
  router.get('/messages/:id/raw', (request, response) => {
    const raw = store.findRaw(request.params.id);
    if (!raw) throw new NotFoundError('There is no such message.');
    response.attachment(`${request.params.id}.eml`).type('message/rfc822').send(raw);
  });
  return router;
}
