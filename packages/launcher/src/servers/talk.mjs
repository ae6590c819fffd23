import net from 'node:net';
import tls from 'node:tls';

const answerTimeoutMs = 2_000;

/** Opens a connection, says a word if one is given, and waits for a matching answer; { match } or { problem }. */
export function talk({ host, port, word, pattern, isEncrypted = false }) {
  return new Promise((resolve) => {
    let heard = '';
    const socket = isEncrypted ? tls.connect({ host, port, servername: host }) : net.connect({ host, port });
    const finish = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once(isEncrypted ? 'secureConnect' : 'connect', () => word && socket.write(word));
    socket.setTimeout(answerTimeoutMs);
    socket.on('data', (chunk) => {
      heard += chunk;
      const match = pattern.exec(heard);
      if (match) finish({ match });
    });
    socket.on('error', (error) => finish({ problem: error.message || error.code }));
    socket.on('timeout', () => finish({ problem: 'nothing that speaks its protocol answers there' }));
    socket.on('close', () => finish({ problem: 'the connection was closed without an answer' }));
  });
}
