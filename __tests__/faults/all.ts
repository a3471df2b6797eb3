// All faults, by the time when they happen: the sections of docs/reliability.md.
import type { Fault } from '../helpers/faults.ts';
import { artifactFaults } from './artifact.ts';
import { downloadFaults } from './download.ts';
import { machineFaults } from './machine.ts';
import { pollFaults } from './poll.ts';
import { resultFaults } from './result.ts';
import { submitFaults } from './submit.ts';

export const faultSections: readonly (readonly [heading: string, faults: readonly Fault[]])[] = [
  ['While submitting', submitFaults],
  ['While waiting', pollFaults],
  ['When the result is fetched', resultFaults],
  ['When files are downloaded', downloadFaults],
  ['When the artifact is uploaded', artifactFaults],
  ['On the machine', machineFaults],
];
