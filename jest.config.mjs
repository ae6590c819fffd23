import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: [
    '<rootDir>/{packages,subgraphs}/*/**/*.test.ts',
    '<rootDir>/{router,schema,bench,chaos,deploy}/**/*.test.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.e2e\\.test\\.ts$'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/packages/boundaries/fixtures'],
  cacheDirectory: '<rootDir>/.local/cache/jest',
  setupFiles: ['<rootDir>/packages/kit/node_modules/reflect-metadata/Reflect.js'],
  testTimeout: 30_000,
  // More than two cores can run: integration tests wait for leases, deadlines and servers more than they work.
  maxWorkers: 3,
};
