import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Request, type RequestHandler, Router } from 'express';
import { packageFolder } from '../package-folder.js';

/** GraphiQL writes styles while it runs; scripts come from our own files alone. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const aDayMs = 86_400_000;

/**
 * The GraphiQL page for browsers that come to `/` or `/graphql`, put together from files of the packages that we have
 * installed: it needs nothing from elsewhere.
 */
export function serveGraphiql(): Router {
  const folder = join(packageFolder(), 'graphiql');
  const page: RequestHandler = (request, response, next) => {
    if (!isForPage(request)) next();
    else
      response.set('content-security-policy', pagePolicy).sendFile(join(folder, 'page.html'), { cacheControl: false });
  };
  return Router()
    .use(page)
    .use('/graphiql/vendor', vendorFiles())
    .use('/graphiql', express.static(folder, { index: false, cacheControl: false }));
}

function isForPage(request: Request): boolean {
  const isBrowser = request.accepts(['application/json', 'text/html']) === 'text/html';
  return isBrowser && request.method === 'GET' && ['/', '/graphql'].includes(request.path);
}

/** Files of packages that stay the same until the packages change. */
function vendorFiles(): Router {
  const files = {
    '/react.js': ['react', 'umd/react.production.min.js'],
    '/react-dom.js': ['react-dom', 'umd/react-dom.production.min.js'],
    '/graphiql.js': ['graphiql', 'graphiql.min.js'],
    '/graphiql.css': ['graphiql', 'graphiql.min.css'],
  } as const;
  const router = Router();
  for (const [path, [packageName, file]] of Object.entries(files)) {
    const options = { root: folderOf(packageName), maxAge: aDayMs };
    router.get(path, (_request, response) => response.sendFile(file, options));
  }
  return router.use('/graphql-ws', express.static(join(folderOf('graphql-ws'), 'dist'), { maxAge: aDayMs }));
}

function folderOf(packageName: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
}
