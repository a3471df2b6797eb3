// What can go wrong while the artifact is uploaded. The files are in the workspace by then, and stay there.
import { expect } from '@jest/globals';
import type { Scene } from '../helpers/action.ts';
import { ALWAYS, answer, type Fault, struck } from '../helpers/faults.ts';

const lost = { kept: 1, exitCode: 1, submits: 1, artifacts: 0 } as const;
const fine = { kept: 1, exitCode: 0, submits: 1, artifacts: 1 } as const;

const faults: readonly (Fault & { readonly scene: Scene })[] = [
  {
    ...lost,
    name: 'artifact storage at its quota',
    scene: struck(
      'artifact-create',
      answer(403, { code: 'resource_exhausted', msg: 'Artifact storage quota has been hit. Unable to upload' }),
    ),
    said: /Uploading artifact "runcomfy-images": .*quota has been hit.*Delete old artifacts, or set `artifact-retention-days`\. The files are in the workspace/s,
  },
  {
    ...lost,
    name: 'artifact service refuses',
    scene: {
      ...struck('artifact-create', answer(400, { code: 'invalid_argument', msg: 'bad request' })),
      inputs: { 'fail-on': 'never' },
    },
    said: /Uploading artifact "runcomfy-images": .*400.*a later step can still upload them/s,
  },
  {
    ...lost,
    name: 'artifact service down (connection refused)',
    scene: { env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' } },
    said: /Uploading artifact "runcomfy-images": .*ECONNREFUSED.*If GitHub has an outage, run again later/s,
  },
  {
    ...lost,
    name: 'artifact service drops the connection',
    scene: struck('artifact-create', { kind: 'drop-after' }),
    said: /Uploading artifact "runcomfy-images": .*a later step can still upload them/s,
  },
  {
    ...lost,
    name: 'artifact storage refuses the blocks',
    scene: struck('artifact-block', answer(403, '')),
    said: /Uploading artifact "runcomfy-images": .*storage responded with HTTP 403/s,
  },
  {
    ...fine,
    name: 'brief outage of the artifact service (HTML page)',
    scene: struck('artifact-create', { kind: 'html' }),
    said: /image: done/,
  },
  {
    ...fine,
    name: 'brief outage of the artifact storage (503)',
    scene: struck('artifact-block', answer(503, '')),
    said: /image: done/,
  },
  {
    ...fine,
    name: 'artifact service slow',
    scene: struck('artifact-create', { kind: 'delay', ms: 300 }),
    said: /image: done/,
  },
  {
    ...lost,
    name: 'artifact upload stalls',
    scene: {
      ...struck('artifact-block', { kind: 'hang' }),
      env: { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '1000' },
    },
    said: /Uploading artifact "runcomfy-images": .*stalled/s,
  },
  {
    ...lost,
    name: 'artifact cannot be finished',
    scene: struck('artifact-finalize', answer(403, { msg: 'no' })),
    said: /Uploading artifact "runcomfy-images": .*FinalizeArtifact/s,
  },
  {
    ...fine,
    name: 'artifact name taken',
    scene: struck('artifact-create', answer(409, { msg: 'an artifact with this name already exists' })),
    said: /image: done/,
    also: ({ outputs }) => expect(outputs['artifact-name']).toBe('runcomfy-images-2'),
  },
  {
    ...lost,
    name: 'one of many un-zipped artifacts refused',
    scene: {
      ...struck('artifact-create', answer(403, { msg: 'no' }), 1, 1),
      inputs: { 'artifact-archive': 'false', count: '3' },
    },
    kept: 3,
    submits: 3,
    artifacts: 2,
    said: /Uploading "image-\d\.jpg" as an artifact: .*403/s,
  },
  {
    ...fine,
    name: 'artifact server that is too old for the newer field',
    scene: { service: { artifactServer: 'act' } },
    said: /image: done/,
  },
  {
    ...lost,
    name: 'artifact server that refuses without a reason',
    scene: struck('artifact-create', { kind: 'reply', status: 400 }, ALWAYS),
    said: /Uploading artifact "runcomfy-images": .*\(400\).*gave no reason.*Update the runner \(act\) or its artifact server/s,
  },
  {
    ...lost,
    name: 'task and artifact fail together',
    scene: {
      inputs: { count: '2', concurrency: '1' },
      before: (simulator) => {
        simulator.fault('submit', answer(422, { detail: 'bad seed' }));
        simulator.fault('artifact-create', answer(403, { msg: 'no' }));
      },
    },
    submits: 2,
    failures: ['invalid-request'],
    said: /1 of 2 images failed; 1 file saved\.\nUploading artifact "runcomfy-images".*\n- image-1: .*bad seed/s,
  },
  {
    ...fine,
    name: 'no artifact service on this runner',
    scene: { env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' } },
    artifacts: 0,
    said: /Warning: No artifact will be uploaded: .*ACTIONS_RUNTIME_TOKEN.*image: submitted/s,
  },
  {
    ...fine,
    name: 'GitHub Enterprise Server, which has no such artifacts',
    scene: { env: { GITHUB_SERVER_URL: 'https://github.example.com' } },
    artifacts: 0,
    said: /Warning: No artifact will be uploaded: .*GitHub Enterprise Server.*To silence this warning, set `upload-artifact: false`/,
  },
];

export const artifactFaults: readonly Fault[] = faults.map((fault) => ({
  ...fault,
  scene: { ...fault.scene, inputs: { 'upload-artifact': 'true', ...fault.scene.inputs } },
}));
