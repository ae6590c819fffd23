/** How an operation can come in: by the front, by Apollo Server over HTTP, by server-sent events, over a WebSocket. */
export const waysIn = ['front', 'http', 'sse', 'ws'] as const;
export type WayIn = (typeof waysIn)[number];
