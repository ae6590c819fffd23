export { answerQuestions } from './answer-questions.js';
export { createTestDatabase, type TestDatabase } from './databases.js';
export { eventually } from './eventually.js';
export { freePort, startTestNats, type TestNats } from './nats-server.js';
export { publishEvent, republish } from './publish-event.js';
export { deliverRecorded, recordedEvents } from './recorded-events.js';
export {
  aCustomer,
  aGuest,
  aStaffMember,
  createTestRouter,
  type GraphqlAnswer,
  type TestRouter,
} from './test-router.js';
export { startTestSubgraph, type TestSubgraph } from './test-subgraph.js';
