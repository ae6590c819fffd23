export { faultPoint } from './fault-point.js';
export { type FaultPoint, faultPoints } from './fault-points.js';
