// The rules for files: each is complete and the right picture at the right path, no partial files are left, and files of other owners are not replaced.
import { isObject, parseObject } from '../simulator/wire.ts';
import type { Imbalance } from './imbalance.ts';
import { orderOf, orderOfImage } from './orders.ts';
import type { FoundFile, Played, Round, Step } from './play.ts';
import type { ToldImage } from './told.ts';

export function checkFiles(played: Played): readonly Imbalance[] {
  return played.rounds.flatMap((round) => [
    ...round.steps.flatMap((step) => checkStep(played, round, step)),
    ...shared(round).map((id) => ({ round: round.number, requests: [id], what: 'two askers got the same image' })),
  ]);
}

function checkStep(played: Played, { number }: Round, step: Step): readonly Imbalance[] {
  const about = (what: string, requests: readonly string[] = []): Imbalance => ({ round: number, requests, what });
  const there = new Map(step.workspace.map((file) => [file.path, file]));
  const images = step.report?.images ?? [];
  return [
    ...step.workspace.flatMap((file) => faultOf(played, step, file)).map((what) => about(what)),
    ...images.flatMap((image) =>
      differences(played, step, image, there.get(image.path)).map((what) =>
        about(`${image.path} ${what}`, [image.requestId]),
      ),
    ),
    ...repeated(images).map((id) => about('two images are of one request', [id])),
    ...lockFaults(step, there).map((what) => about(what)),
    ...[...step.retouched]
      .filter(([file, sha256]) => there.get(file)?.sha256 !== sha256)
      .map(([file]) => about(`${file} was retouched by hand, and was replaced`)),
    ...(step.plan.lost ? [] : step.temp.map((name) => about(`${name} was left in the step's temporary folder`))),
    ...artifactMissing(played, step).map((what) => about(what)),
  ];
}

/** The workspace may contain only complete pictures. */
function faultOf({ pictures, rounds }: Played, { retouched }: Step, file: FoundFile): readonly string[] {
  const { path, bytes, sha256 } = file;
  if (pictures.requestOf(sha256) !== undefined || retouched.get(path) === sha256) return [];
  // If a runner was lost while it copied a file, no step could remove the partial file.
  const mayBeHalf = rounds.some(({ steps }) => steps.some(({ plan }) => plan.lost)) && path.endsWith('.part');
  return mayBeHalf ? [] : [`${path} is in the workspace, ${bytes} bytes, and is no whole picture`];
}

function differences(
  { plan, pictures, rounds }: Played,
  step: Step,
  image: ToldImage,
  file: FoundFile | undefined,
): readonly string[] {
  if (file === undefined) return ['is reported, and is not there'];
  if (file.sha256 !== image.sha256 || file.bytes !== image.bytes) return ['is not the file that is reported'];
  if (pictures.requestOf(file.sha256) !== image.requestId) return ['is the picture of another request'];
  if (step.plan.collects) return [];
  const request = rounds.flatMap(({ accepted }) => accepted).find(({ id }) => id === image.requestId);
  const due = orderOfImage(plan, image.number);
  return request !== undefined && orderOf(plan, request) === due
    ? []
    : [`is of a request with another seed than ${due}`];
}

/** Saved files are uploaded by main or by post, or an annotation says why not. */
function artifactMissing({ plan }: Played, { main, post, plan: { lost } }: Step): readonly string[] {
  const saved = / (saved|unchanged) \S+ \(/.test(main.log);
  if (lost || !saved || plan.inputs['upload-artifact'] !== 'true' || (main.outputs['artifact-id'] ?? '') !== '')
    return [];
  const excuses = [...main.annotations, ...(post?.annotations ?? [])].filter(({ message }) =>
    /artifact/i.test(message),
  );
  // Main may have been killed between the upload and writing its outputs.
  const uploaded =
    main.signal !== null && /Artifact .* (has been )?(successfully )?(finalized|uploaded)/i.test(main.log);
  return excuses.length > 0 || uploaded ? [] : ['files were saved, no artifact was uploaded, and nothing says why'];
}

/** Requests with more than one image. In a soak, each request makes one picture. */
function repeated(images: readonly ToldImage[]): readonly string[] {
  const groups = Map.groupBy(images, ({ requestId }) => requestId);
  return [...groups].flatMap(([id, group]) => (group.length > 1 ? [id] : []));
}

/** Images that two steps share. Matrix jobs and uses of a composite action each ask for images of their own; overlapping runs of one pull request or manifest share theirs. */
function shared({ steps, plan: { order } }: Round): readonly string[] {
  if (order === 'the next once the first is on record') return [];
  return repeated(steps.flatMap(({ report }) => report?.images ?? []));
}

/** The lock is always complete JSON, and every file in it exists with that hash. */
function lockFaults({ lock, retouched }: Step, there: ReadonlyMap<string, FoundFile>): readonly string[] {
  if (lock === '') return [];
  const { images } = parseObject(Buffer.from(lock)) ?? {};
  if (!isObject(images)) return [`the lock cannot be read: ${lock.slice(0, 80)}`];
  return Object.entries(images).flatMap(([id, entry]) => {
    const outputs = isObject(entry) && Array.isArray(entry.outputs) ? entry.outputs.filter(isObject) : [];
    const wrong = outputs.filter(({ path, sha256 }) => {
      const file = String(path);
      return !retouched.has(file) && there.get(file)?.sha256 !== sha256;
    });
    if (outputs.length === 0) return [`the lock names no file of ${id}`];
    return wrong.map((output) => `the lock says ${JSON.stringify(output)} of ${id}, and that is not there`);
  });
}
