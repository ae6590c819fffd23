/** The Redis of the tests. @throws {Error} when they are run on their own. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run the tests with `npm test`.');
  return url;
}
