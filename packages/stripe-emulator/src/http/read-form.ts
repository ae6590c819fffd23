import express, { type RequestHandler } from 'express';
import { invalidRequest } from '../failures/stripe-failure.js';

const requireForm: RequestHandler = (request, _response, next) => {
  const length = Number(request.get('content-length') ?? 0);
  if (request.method !== 'POST' || length === 0 || request.is('application/x-www-form-urlencoded')) return next();
  throw invalidRequest('The content type of a POST must be application/x-www-form-urlencoded.');
};

/** Bodies come as forms whose names have brackets: `metadata[orderId]=…`. */
export const readForm: RequestHandler[] = [requireForm, express.urlencoded({ extended: true, limit: '100kb' })];
