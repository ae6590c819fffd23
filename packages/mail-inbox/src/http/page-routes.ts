import express, { type Request, type Router } from 'express';
import type { MessageStore } from '../messages/message-store.js';
import { framedHtml } from '../pages/framed-html.js';
import { icon } from '../pages/icon.js';
import { inboxScript } from '../pages/inbox-script.js';
import { inboxStyle } from '../pages/inbox-style.js';
import { listPage, messageList } from '../pages/list-page.js';
import { type MessageView, messagePage, messageViews } from '../pages/message-page.js';
import { findMessage } from './find-message.js';

const ownThingsOnly =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const messageOnly =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const mostShown = 200;

/** The inbox for people. */
export function pageRoutes(store: MessageStore): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({ 'content-security-policy': ownThingsOnly, 'referrer-policy': 'no-referrer' });
    next();
  });
  router.get('/', (request, response) => {
    response.send(listPage(viewFor(store, request)));
  });
  router.get('/messages', (request, response) => {
    response.send(messageList(viewFor(store, request)));
  });
  router.get('/messages/:id', (request, response) => {
    response.send(messagePage(findMessage(store, request.params.id), wantedView(request.query.view)));
  });
  router.get('/messages/:id/html', (request, response) => {
    const { html } = findMessage(store, request.params.id);
    response
      .set({ 'content-security-policy': messageOnly })
      .type('html')
      .send(framedHtml(html ?? ''));
  });
  return router.use(assetRoutes());
}

function assetRoutes(): Router {
  const router = express.Router();
  router.get('/assets/inbox.css', (_request, response) => {
    response.type('css').send(inboxStyle);
  });
  router.get('/assets/inbox.js', (_request, response) => {
    response.type('js').send(inboxScript);
  });
  router.get('/assets/icon.svg', (_request, response) => {
    response.type('svg').send(icon);
  });
  return router;
}

function viewFor(store: MessageStore, request: Request) {
  const to = String(request.query.to ?? '');
  return { to, messages: store.list({ to, limit: mostShown }) };
}

function wantedView(asked: unknown): MessageView {
  return messageViews.find((view) => view === asked) ?? 'html';
}
