/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {}, // Jest strips the types itself on Node 24
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  maxWorkers: 4, // most of a run is waiting, also on two cores
  testTimeout: 60_000, // patience with services that are unwell takes its 10 to 30 s
};
