import { createServer } from 'node:http';
import { loadSupergraph } from '@souk/router/supergraph/load-supergraph';
import { createBareRouter } from './create-bare-router.js';

const [port, supergraphFile = ''] = process.argv.slice(2);

createServer(createBareRouter(await loadSupergraph(supergraphFile))).listen(Number(port), '127.0.0.1');
