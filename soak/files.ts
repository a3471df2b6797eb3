// The rules about files: whole or not at all, the right picture in the right place, nothing left half-way.
import { isObject, parseObject } from '../simulator/wire.ts';
import type { Imbalance } from './imbalance.ts';
import { orderOf } from './orders.ts';
import type { Attempt, FoundFile, Played } from './play.ts';
import type { ToldImage } from './told.ts';

export function checkFiles(played: Played): readonly Imbalance[] {
  return played.attempts.flatMap((attempt) => {
    const about = (what: string, requests: readonly string[] = []): Imbalance => ({
      attempt: attempt.number,
      requests,
      what,
    });
    const there = new Map(attempt.workspace.map((file) => [file.path, file]));
    return [
      ...attempt.workspace.flatMap((file) => faultOf(played, file)).map((what) => about(what)),
      ...(attempt.report?.images ?? []).flatMap((image) =>
        differences(played, image, there.get(image.path)).map((what) =>
          about(`${image.path} ${what}`, [image.requestId]),
        ),
      ),
      ...repeated(attempt.report?.images ?? []).map((id) => about('two images are of one request', [id])),
      ...lockFaults(attempt, there).map((what) => about(what)),
      ...attempt.temp.map((name) => about(`${name} was left in the step's temporary folder`)),
      ...artifactMissing(played, attempt).map((what) => about(what)),
    ];
  });
}

/** Nothing but pictures has any business in the workspace. */
function faultOf({ pictures }: Played, { path, bytes, sha256 }: FoundFile): readonly string[] {
  if (pictures.requestOf(sha256) !== undefined) return [];
  return [`${path} is in the workspace, ${bytes} bytes, and is no whole picture`];
}

function differences(played: Played, image: ToldImage, file: FoundFile | undefined): readonly string[] {
  if (file === undefined) return ['is reported, and is not there'];
  if (file.sha256 !== image.sha256 || file.bytes !== image.bytes) return ['is not the file that is reported'];
  const { plan, pictures, attempts } = played;
  if (pictures.requestOf(file.sha256) !== image.requestId) return ['is the picture of another request'];
  const request = attempts.flatMap(({ accepted }) => accepted).find(({ id }) => id === image.requestId);
  const due = plan.firstSeed === null ? 'no seed' : plan.firstSeed + image.number - 1;
  return request !== undefined && orderOf(request) === due ? [] : [`is of a request with another seed than ${due}`];
}

/** What is saved is uploaded, by main or else by post; or somebody is told why not. */
function artifactMissing({ plan }: Played, { main, post, artifacts }: Attempt): readonly string[] {
  const saved = / (saved|unchanged) \S+ \(/.test(main.log);
  if (!saved || plan.inputs['upload-artifact'] !== 'true' || artifacts > 0) return [];
  const excuses = [...main.annotations, ...(post?.annotations ?? [])].filter(({ message }) =>
    /artifact/i.test(message),
  );
  return excuses.length > 0 ? [] : ['files were saved, no artifact was uploaded, and nothing says why'];
}

/** Each request of a soak makes one picture. */
function repeated(images: readonly ToldImage[]): readonly string[] {
  const groups = Map.groupBy(images, ({ requestId }) => requestId);
  return [...groups].flatMap(([id, group]) => (group.length > 1 ? [id] : []));
}

/** What is locked is there: whatever happens, the lock is whole, and true. */
function lockFaults({ lock }: Attempt, there: ReadonlyMap<string, FoundFile>): readonly string[] {
  if (lock === '') return [];
  const { images } = parseObject(Buffer.from(lock)) ?? {};
  if (!isObject(images)) return [`the lock cannot be read: ${lock.slice(0, 80)}`];
  return Object.entries(images).flatMap(([id, entry]) => {
    const outputs = isObject(entry) && Array.isArray(entry.outputs) ? entry.outputs.filter(isObject) : [];
    const [output] = outputs;
    const isThere = output !== undefined && there.get(String(output.path))?.sha256 === output.sha256;
    return isThere ? [] : [`the lock says ${JSON.stringify(output)} of ${id}, and that is not there`];
  });
}
