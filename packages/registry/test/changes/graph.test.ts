import { describe } from '@jest/globals';
import { prove } from './prove.js';
import { accessChanges } from './tables/access.js';
import { federationChanges } from './tables/federation.js';
import { mannerChanges } from './tables/manners.js';
import { operationChanges } from './tables/operations.js';

describe('what subgraphs are to each other', () => prove(federationChanges));
describe('what clients ask for', () => prove(operationChanges));
describe('who may see what', () => prove(accessChanges));
describe('manners', () => prove(mannerChanges));
