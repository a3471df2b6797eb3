// GitHub's artifact service: the Twirp calls that manage artifacts, and the blob storage behind their signed URLs.
import { createHash, randomUUID } from 'node:crypto';
import {
  type Answer,
  type CallName,
  type Complain,
  json,
  parseObject,
  type Room,
  type Target,
  type Visit,
} from './wire.ts';

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';
const runId = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a';
const jobId = 'ca395085-040a-526b-2ce8-bdc85f692774';

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly mimeType: string;
  /** The joined blocks; empty until the block list is committed. */
  readonly bytes: Buffer;
  /** Hex digest of `bytes`. */
  readonly sha256: string;
  readonly finalized: boolean;
  /** RFC 3339; null: the repository's default retention. */
  readonly expiresAt: string | null;
}

/** What an action finds in ACTIONS_RUNTIME_TOKEN: an unsigned JWT whose `scp` names the run and the job (@actions/artifact reads just that). */
export function runtimeToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: `Actions.Results:${runId}:${jobId}` })}.unsigned`;
}

interface Artifact extends StoredArtifact {
  bytes: Buffer;
  sha256: string;
  finalized: boolean;
  readonly signature: string;
  readonly createdAt: string;
  readonly blocks: Map<string, Buffer>;
}

type Fields = Readonly<Record<string, unknown>>;

export interface Artifacts {
  readonly room: Room;
  /** What exists now, oldest first; a deleted one is gone. */
  readonly stored: readonly StoredArtifact[];
}

export function openArtifacts(origin: string, complain: Complain): Artifacts {
  const stored: Artifact[] = [];
  let lastId = 1000;
  const named = (fields: Fields) => stored.find((artifact) => artifact.name === fields.name);

  // The wire names are those of the protocol buffers' JSON form, in the snake case that @actions/artifact sends.
  const methods: Readonly<Record<string, { readonly name: CallName; answer(fields: Fields): Answer }>> = {
    CreateArtifact: {
      name: 'artifact-create',
      answer(fields) {
        if (named(fields)) {
          return refuse(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
        }
        lastId += 1;
        const artifact: Artifact = {
          id: lastId,
          name: text(fields.name),
          mimeType: text(fields.mime_type),
          bytes: Buffer.alloc(0),
          sha256: digest(Buffer.alloc(0)),
          finalized: false,
          expiresAt: typeof fields.expires_at === 'string' ? fields.expires_at : null,
          signature: randomUUID(),
          createdAt: new Date().toISOString(),
          blocks: new Map(),
        };
        stored.push(artifact);
        return json(200, { ok: true, signed_upload_url: signedUrl(artifact) });
      },
    },
    FinalizeArtifact: {
      name: 'artifact-finalize',
      answer(fields) {
        const artifact = named(fields);
        if (!artifact) return refuse(404, 'not_found', 'artifact not found');
        if (Number(fields.size ?? 0) !== artifact.bytes.length || fields.hash !== `sha256:${artifact.sha256}`) {
          complain(`artifact-finalize ${artifact.name}: size or hash are not those of the bytes that were uploaded`);
        }
        artifact.finalized = true;
        return json(200, { ok: true, artifact_id: String(artifact.id) });
      },
    },
    ListArtifacts: {
      name: 'artifact-list',
      answer(fields) {
        const wanted = stored.filter(
          ({ finalized, name, id }) =>
            finalized && name === (fields.name_filter ?? name) && String(id) === (fields.id_filter ?? String(id)),
        );
        return json(200, { artifacts: wanted.map(listed) });
      },
    },
    GetSignedArtifactURL: {
      name: 'artifact-url',
      answer(fields) {
        const artifact = named(fields);
        return artifact
          ? json(200, { signed_url: signedUrl(artifact) })
          : refuse(404, 'not_found', 'artifact not found');
      },
    },
    DeleteArtifact: {
      name: 'artifact-delete',
      answer(fields) {
        const artifact = named(fields);
        if (!artifact) return refuse(404, 'not_found', 'artifact not found');
        stored.splice(stored.indexOf(artifact), 1);
        return json(200, { ok: true, artifact_id: String(artifact.id) });
      },
    },
  };

  function signedUrl({ id, signature }: Artifact): string {
    return `${origin}/artifacts/${id}?sig=${signature}`;
  }

  function visitService({ method, url, headers }: Target): Visit | null {
    const known = method === 'POST' ? methods[url.pathname.slice(service.length)] : undefined;
    if (!known) return null;
    const allowed = headers.authorization === `Bearer ${runtimeToken()}`;
    if (!allowed) complain(`${known.name}: wrong or missing runtime token`);
    return {
      name: known.name,
      answer: (body) =>
        allowed ? known.answer(parseObject(body) ?? {}) : refuse(401, 'unauthenticated', 'invalid runtime token'),
    };
  }

  function visitBlob({ method, url, headers }: Target): Visit | null {
    const id = Number(url.pathname.slice('/artifacts/'.length));
    const artifact = stored.find((one) => one.id === id);
    const allowed = artifact?.signature === url.searchParams.get('sig');
    if (!allowed) complain(`${method} ${url.pathname}: unknown artifact or wrong signature`);
    const what = method === 'GET' ? 'artifact-download' : blobCalls[url.searchParams.get('comp') ?? ''];
    if (!what) return null;
    return {
      name: what,
      answer(body) {
        if (!artifact || !allowed) return blobError(403, 'AuthenticationFailed');
        if (what === 'artifact-download') return download(artifact);
        if (what === 'artifact-commit') return commit(artifact, body, headers['x-ms-blob-content-type']);
        artifact.blocks.set(url.searchParams.get('blockid') ?? '', body);
        return { status: 201, body: Buffer.alloc(0) };
      },
    };
  }

  function commit(artifact: Artifact, body: Buffer, type: string | string[] | undefined): Answer {
    if (type !== artifact.mimeType)
      complain(`artifact-commit ${artifact.name}: is ${type}, was to be ${artifact.mimeType}`);
    const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)].map((match) => match[1] ?? '');
    const blocks = ids.flatMap((id) => artifact.blocks.get(id) ?? []);
    if (blocks.length < ids.length) return blobError(400, 'InvalidBlockList');
    artifact.bytes = Buffer.concat(blocks);
    artifact.sha256 = digest(artifact.bytes);
    return { status: 201, body: Buffer.alloc(0) };
  }

  return {
    stored,
    room(target) {
      if (target.url.pathname.startsWith(service)) return visitService(target);
      if (target.url.pathname.startsWith('/artifacts/')) return visitBlob(target);
      return null;
    },
  };
}

/** Azure's names for the two halves of an upload: blocks, then the list that makes them one blob. */
const blobCalls: Readonly<Record<string, CallName>> = { block: 'artifact-block', blocklist: 'artifact-commit' };

function listed(artifact: Artifact): unknown {
  return {
    workflow_run_backend_id: runId,
    workflow_job_run_backend_id: jobId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.bytes.length),
    created_at: artifact.createdAt,
    digest: `sha256:${artifact.sha256}`,
  };
}

function download(artifact: Artifact): Answer {
  const name = artifact.mimeType === 'application/zip' ? `${artifact.name}.zip` : artifact.name;
  const headers = {
    'content-type': artifact.mimeType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return { status: 200, headers, body: artifact.bytes };
}

function refuse(status: number, code: string, msg: string): Answer {
  return json(status, { code, msg });
}

function blobError(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body: Buffer.from(body) };
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
