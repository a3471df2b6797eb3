// GitHub's artifact service: the Twirp calls that manage artifacts, and the blob storage behind their signed URLs.
import { createHash } from 'node:crypto';
import { type Answer, type CallName, type Complain, json, type Room } from '../wire.ts';
import { type BlobVerbs, SignedBlob, visitBlob } from './blobs.ts';
import { type Fields, JOB_ID, RUN_ID, refuse, visitTwirp } from './twirp.ts';

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
  finalized: boolean;
  readonly createdAt: string;
  readonly blob: SignedBlob;
}

/**
 * GitHub's, or that of act 0.2.89, which refuses unknown fields without a reason, and replaces an artifact with the same name
 * (nektos/act, pkg/artifacts/artifacts_v4.go).
 */
export type ArtifactServer = 'github' | 'act';

/** The service's room, and its artifacts. Names are unique until deleted, because all calls belong to one workflow run. */
export class Artifacts {
  /** The current artifacts, oldest first, without deleted ones. */
  readonly stored: readonly StoredArtifact[];
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #artifacts: Artifact[] = [];
  readonly #server: ArtifactServer;
  #lastId = 1000;

  constructor(origin: string, server: ArtifactServer, complain: Complain) {
    this.#server = server;
    this.stored = this.#artifacts;
    this.#origin = origin;
    this.#complain = complain;
  }

  readonly room: Room = (target) => {
    if (target.url.pathname.startsWith('/artifacts/')) {
      const blobs = this.#artifacts.map(({ blob }) => blob);
      return visitBlob(target, blobVerbs, blobs, this.#complain);
    }
    const serve = (verb: CallName, fields: Fields) => this.#serve(verb, fields);
    return visitTwirp({ name: 'ArtifactService', verbs, complain: this.#complain, serve }, target);
  };

  #serve(verb: CallName, fields: Fields): Answer {
    if (verb === 'artifact-create') return this.#create(fields);
    if (verb === 'artifact-list') return this.#list(fields);
    const artifact = this.#named(fields);
    if (!artifact) return refuse(404, 'not_found', 'artifact not found');
    if (verb === 'artifact-finalize') return this.#finalize(artifact, fields);
    if (verb === 'artifact-url') return json(200, { signed_url: artifact.blob.url });
    this.#artifacts.splice(this.#artifacts.indexOf(artifact), 1);
    return json(200, { ok: true, artifact_id: String(artifact.id) });
  }

  #named({ name }: Fields): Artifact | undefined {
    return this.#artifacts.find((artifact) => artifact.name === name);
  }

  #create(fields: Fields): Answer {
    const same = this.#named(fields);
    if (this.#server === 'act') {
      if (fields.mime_type !== undefined) return { status: 500, body: Buffer.alloc(0) };
      if (same) this.#artifacts.splice(this.#artifacts.indexOf(same), 1);
    } else if (same) {
      return refuse(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    }
    this.#lastId += 1;
    const name = String(fields.name);
    const mimeType = String(fields.mime_type ?? 'application/zip');
    const fileName = mimeType === 'application/zip' ? `${name}.zip` : name;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    const address = `${this.#origin}/artifacts/${this.#lastId}`;
    const headers = { 'content-disposition': disposition };
    // act signs with base64, and does not escape it in the URL.
    const blob = new SignedBlob(address, undefined, headers, this.#server === 'act' ? 'c2lnbmVk=' : undefined);
    this.#artifacts.push({
      id: this.#lastId,
      name,
      mimeType,
      get bytes() {
        return blob.bytes;
      },
      get sha256() {
        return createHash('sha256').update(blob.bytes).digest('hex');
      },
      finalized: false,
      expiresAt: typeof fields.expires_at === 'string' ? fields.expires_at : null,
      createdAt: new Date().toISOString(),
      blob,
    });
    return json(200, { ok: true, [this.#server === 'act' ? 'signedUploadUrl' : 'signed_upload_url']: blob.url });
  }

  #finalize(artifact: Artifact, { size = '0', hash }: Fields): Answer {
    if (size !== String(artifact.bytes.length) || hash !== `sha256:${artifact.sha256}`) {
      this.#complain(`artifact-finalize ${artifact.name}: size or hash are not those of the bytes that were uploaded`);
    }
    if (artifact.blob.type !== artifact.mimeType) {
      this.#complain(
        `artifact-finalize ${artifact.name}: sent as ${artifact.blob.type}, but created as ${artifact.mimeType}`,
      );
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
}

const verbs: Readonly<Record<string, CallName>> = {
  CreateArtifact: 'artifact-create',
  FinalizeArtifact: 'artifact-finalize',
  ListArtifacts: 'artifact-list',
  GetSignedArtifactURL: 'artifact-url',
  DeleteArtifact: 'artifact-delete',
};

const blobVerbs: BlobVerbs = {
  'PUT block': 'artifact-block',
  'PUT blocklist': 'artifact-commit',
  GET: 'artifact-download',
};

function listed(artifact: Artifact): unknown {
  return {
    workflow_run_backend_id: RUN_ID,
    workflow_job_run_backend_id: JOB_ID,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.bytes.length),
    created_at: artifact.createdAt,
    digest: `sha256:${artifact.sha256}`,
  };
}
