import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, jest, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import type { WebSocket } from 'ws';
import { Connection } from './connection.js';

function open() {
  const socket = Object.assign(new EventEmitter(), { terminate: jest.fn() });
  const wire = new PassThrough();
  const parts = { wire, address: '', client: undefined, logger: createLogger('test', 'silent') };
  return { socket, wire, connection: new Connection(socket as unknown as WebSocket, parts) };
}

test('a client that does not answer a ping until the next is due is given up, for its socket may be half open', () => {
  const { socket, wire, connection } = open();
  connection.ping();
  socket.emit('pong');
  connection.ping();
  expect(socket.terminate).not.toHaveBeenCalled();
  connection.ping();
  expect(socket.terminate).toHaveBeenCalledTimes(1);
  expect(wire.read()).toEqual(Buffer.from([0x89, 0, 0x89, 0]));
});
