import http from 'node:http';

/**
 * Listens for the traces that every process of the shop sends (OTLP over HTTP, JSON), and gives back what came so far
 * at GET /spans, as [{ service, traceId, spanId, parentSpanId, name }].
 */
export async function startTraceReceiver() {
  const spans = [];
  const server = http.createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST') spans.push(...readSpans(JSON.parse(await textOf(request))));
    response.end(JSON.stringify(request.method === 'GET' ? spans : {}));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function readSpans({ resourceSpans }) {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue;
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ traceId, spanId, parentSpanId, name }) => ({ service, traceId, spanId, parentSpanId, name })),
    );
  });
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
