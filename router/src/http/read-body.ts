import { PublicError } from '@souk/kit/domain';
import express, { type RequestHandler } from 'express';
import { asPersistedQuery } from '../operations/persisted-query.js';
import type { Refuse } from './refuse.js';

const allowedMethods = ['GET', 'POST'];

const onlyGetAndPost =
  (refuse: Refuse): RequestHandler =>
  (request, response, next) => {
    if (allowedMethods.includes(request.method)) {
      next();
      return;
    }
    response.set('allow', `${allowedMethods.join(', ')}, OPTIONS`);
    refuse(response, new PublicError('METHOD_NOT_ALLOWED', 'Operations are sent by GET or POST.'));
  };

const onlyJson =
  (refuse: Refuse): RequestHandler =>
  (request, response, next) => {
    const type = request.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (request.method === 'GET' || type === 'application/json') next();
    else refuse(response, new PublicError('UNSUPPORTED_MEDIA_TYPE', 'The content type must be application/json.'));
  };

const onlyWithBody =
  (refuse: Refuse): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || typeof request.body === 'object') next();
    else refuse(response, new PublicError('BAD_REQUEST', reasonFor(request.body)));
  };

/** Clients name a persisted document in several ways; what comes after this knows one. */
const namePersisted: RequestHandler = (request, _response, next) => {
  request.body = asPersistedQuery(request.body);
  next();
};

/** The front leaves as a text what it could not parse. */
function reasonFor(body: unknown): string {
  return body === undefined ? 'The request has no body.' : 'The request could not be read.';
}

/** Reads an operation's JSON body, up to 100 kB. */
export function readBody(refuse: Refuse): RequestHandler[] {
  return [
    onlyGetAndPost(refuse),
    onlyJson(refuse),
    express.json({ limit: '100kb' }),
    onlyWithBody(refuse),
    namePersisted,
  ];
}
