import { readFileSync } from 'node:fs';
import { bundlePackages } from './packages/launcher/src/testing/packages-bundle/bundle-packages.mjs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

const { resolver, packagesScript } = await bundlePackages();

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/packages/launcher/src/testing/packages-bundle/bundle-environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'], packagesScript },
  resolver,
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
