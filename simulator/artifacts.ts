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

/** What actions find in ACTIONS_RUNTIME_TOKEN: an unsigned JWT; @actions/artifact reads its `scp`: run and job. */
export function runtimeToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: `Actions.Results:${runId}:${jobId}` })}.unsigned`;
}

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

interface Artifact extends StoredArtifact {
  bytes: Buffer;
  sha256: string;
  finalized: boolean;
  readonly signature: string;
  readonly createdAt: string;
  readonly blocks: Map<string, Buffer>;
}

/** The body of a Twirp call: protocol buffers as JSON, in the snake case that @actions/artifact sends. */
type Fields = Readonly<Record<string, unknown>>;

/** The service's room, and what it stores. Names are unique until deleted: all calls belong to one workflow run. */
export class Artifacts {
  /** What exists now, oldest first: a deleted artifact is gone. */
  readonly stored: readonly StoredArtifact[];
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #artifacts: Artifact[] = [];
  #lastId = 1000;

  constructor(origin: string, complain: Complain) {
    this.stored = this.#artifacts;
    this.#origin = origin;
    this.#complain = complain;
  }

  readonly room: Room = (target) => {
    if (target.url.pathname.startsWith(service)) return this.#visitService(target);
    return target.url.pathname.startsWith('/artifacts/') ? this.#visitBlob(target) : null;
  };

  #visitService({ method, url, headers }: Target): Visit | null {
    const verb = verbs[url.pathname.slice(service.length)];
    if (method !== 'POST' || !verb) return null;
    if (headers.authorization !== `Bearer ${runtimeToken()}`) {
      this.#complain(`${verb}: wrong or missing runtime token`);
      return { name: verb, answer: () => refuse(401, 'unauthenticated', 'invalid runtime token') };
    }
    return { name: verb, answer: (body) => this.#serve(verb, parseObject(body) ?? {}) };
  }

  #serve(verb: CallName, fields: Fields): Answer {
    if (verb === 'artifact-create') return this.#create(fields);
    if (verb === 'artifact-list') return this.#list(fields);
    const artifact = this.#named(fields);
    if (!artifact) return refuse(404, 'not_found', 'artifact not found');
    if (verb === 'artifact-finalize') return this.#finalize(artifact, fields);
    if (verb === 'artifact-url') return json(200, { signed_url: this.#signedUrl(artifact) });
    this.#artifacts.splice(this.#artifacts.indexOf(artifact), 1);
    return json(200, { ok: true, artifact_id: String(artifact.id) });
  }

  #named({ name }: Fields): Artifact | undefined {
    return this.#artifacts.find((artifact) => artifact.name === name);
  }

  #create(fields: Fields): Answer {
    if (this.#named(fields)) {
      return refuse(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    }
    this.#lastId += 1;
    const artifact: Artifact = {
      id: this.#lastId,
      name: String(fields.name),
      mimeType: String(fields.mime_type),
      bytes: Buffer.alloc(0),
      sha256: digest(Buffer.alloc(0)),
      finalized: false,
      expiresAt: typeof fields.expires_at === 'string' ? fields.expires_at : null,
      signature: randomUUID(),
      createdAt: new Date().toISOString(),
      blocks: new Map(),
    };
    this.#artifacts.push(artifact);
    return json(200, { ok: true, signed_upload_url: this.#signedUrl(artifact) });
  }

  #finalize(artifact: Artifact, { size = '0', hash }: Fields): Answer {
    if (size !== String(artifact.bytes.length) || hash !== `sha256:${artifact.sha256}`) {
      this.#complain(`artifact-finalize ${artifact.name}: size or hash are not those of the bytes that were uploaded`);
    }
    artifact.finalized = true;
    return json(200, { ok: true, artifact_id: String(artifact.id) });
  }

  #list({ name_filter: name, id_filter: id }: Fields): Answer {
    const wanted = this.#artifacts.filter(
      (artifact) =>
        artifact.finalized &&
        (name === undefined || artifact.name === name) &&
        (id === undefined || String(artifact.id) === id),
    );
    return json(200, { artifacts: wanted.map(listed) });
  }

  #signedUrl({ id, signature }: Artifact): string {
    return `${this.#origin}/artifacts/${id}?sig=${signature}`;
  }

  /** Azure's blob storage: blocks, then the list that makes them one blob; later a plain GET. */
  #visitBlob({ method, url, headers }: Target): Visit | null {
    const name = blobVerbs[`${method} ${url.searchParams.get('comp') ?? ''}`.trim()];
    if (!name) return null;
    const artifact = this.#artifacts.find(({ id }) => url.pathname === `/artifacts/${id}`);
    if (!artifact || artifact.signature !== url.searchParams.get('sig')) {
      this.#complain(`${name} ${url.pathname}: no such artifact, or a wrong signature`);
      return { name, answer: () => blobError(403, 'AuthenticationFailed') };
    }
    return {
      name,
      answer: (body) => {
        if (name === 'artifact-download') return download(artifact);
        if (name === 'artifact-commit') return this.#commit(artifact, body, headers['x-ms-blob-content-type']);
        artifact.blocks.set(url.searchParams.get('blockid') ?? '', body);
        return { status: 201, body: Buffer.alloc(0) };
      },
    };
  }

  #commit(artifact: Artifact, body: Buffer, type: string | string[] | undefined): Answer {
    if (type !== artifact.mimeType) {
      this.#complain(`artifact-commit ${artifact.name}: sent as ${type}, but created as ${artifact.mimeType}`);
    }
    const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = '']) => id);
    const blocks = ids.flatMap((id) => artifact.blocks.get(id) ?? []);
    if (blocks.length < ids.length) return blobError(400, 'InvalidBlockList');
    artifact.bytes = Buffer.concat(blocks);
    artifact.sha256 = digest(artifact.bytes);
    return { status: 201, body: Buffer.alloc(0) };
  }
}

const verbs: Readonly<Record<string, CallName>> = {
  CreateArtifact: 'artifact-create',
  FinalizeArtifact: 'artifact-finalize',
  ListArtifacts: 'artifact-list',
  GetSignedArtifactURL: 'artifact-url',
  DeleteArtifact: 'artifact-delete',
};

const blobVerbs: Readonly<Record<string, CallName>> = {
  'PUT block': 'artifact-block',
  'PUT blocklist': 'artifact-commit',
  GET: 'artifact-download',
};

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

function download({ name, mimeType, bytes }: Artifact): Answer {
  const fileName = mimeType === 'application/zip' ? `${name}.zip` : name;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return { status: 200, headers: { 'content-type': mimeType, 'content-disposition': disposition }, body: bytes };
}

/** Twirp's form of an error. */
function refuse(status: number, code: string, msg: string): Answer {
  return json(status, { code, msg });
}

/** Azure's form of an error. */
function blobError(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body: Buffer.from(body) };
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
