import { describe } from '@jest/globals';
import { prove } from './prove.js';
import { argumentChanges } from './tables/arguments.js';
import { enumChanges } from './tables/enums.js';
import { fieldChanges } from './tables/fields.js';
import { inputChanges } from './tables/inputs.js';
import { typeChanges } from './tables/types.js';

describe('fields', () => prove(fieldChanges));
describe('arguments', () => prove(argumentChanges));
describe('input fields', () => prove(inputChanges));
describe('values of enums', () => prove(enumChanges));
describe('types', () => prove(typeChanges));
