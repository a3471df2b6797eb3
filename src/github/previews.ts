// Preview files under hidden git refs, through GitHub's Git Data API: no checkout, no branch, no tag, no push event.
import type { PreviewRefs } from '../preview/ports.ts';
import { type GitHubApi, statusOf } from './octokit.ts';

const WRITE = 'contents: write';
/** An ordinary file (REST docs, "Create a tree"). */
const FILE = '100644';

export function createPreviewRefs(github: GitHubApi): PreviewRefs {
  return {
    read: (ref) =>
      github.call(WRITE, async (octokit, repo) => {
        try {
          const { data: found } = await octokit.rest.git.getRef({ ...repo, ref: bare(ref) });
          const { data: commit } = await octokit.rest.git.getCommit({ ...repo, commit_sha: found.object.sha });
          const { data: tree } = await octokit.rest.git.getTree({
            ...repo,
            tree_sha: commit.tree.sha,
            recursive: 'true',
          });
          const files = tree.tree.filter(({ type }) => type === 'blob');
          return {
            commit: commit.sha,
            message: commit.message,
            files: new Map(files.map(({ path, sha }) => [path, sha])),
          };
        } catch (error) {
          if (statusOf(error) === 404) return null;
          throw error;
        }
      }),
    addFile: (bytes) =>
      github.call(WRITE, async (octokit, repo) => {
        const content = Buffer.from(bytes).toString('base64');
        const { data } = await octokit.rest.git.createBlob({ ...repo, content, encoding: 'base64' });
        return data.sha;
      }),
    commit: (files, message) =>
      github.call(WRITE, async (octokit, repo) => {
        const tree = [...files].map(([path, sha]) => ({ path, mode: FILE, type: 'blob', sha }) as const);
        const { data: made } = await octokit.rest.git.createTree({ ...repo, tree });
        const { data } = await octokit.rest.git.createCommit({ ...repo, message, tree: made.sha, parents: [] });
        return data.sha;
      }),
    point: (ref, commit, exists) =>
      github.call(WRITE, async (octokit, repo) => {
        const { updateRef, createRef } = octokit.rest.git;
        try {
          if (exists) await updateRef({ ...repo, ref: bare(ref), sha: commit, force: true });
          else await createRef({ ...repo, ref, sha: commit });
          return true;
        } catch (error) {
          // A ruleset also refuses with 422, and some servers return 404.
          const isGone = exists && (statusOf(error) === 404 || said(error, /reference does not exist/i));
          const isThere = !exists && said(error, /already exists/i);
          if (isGone || isThere) return false;
          throw error;
        }
      }),
    below: (folder) =>
      github.call(WRITE, async (octokit, repo) => {
        const { data } = await octokit.rest.git.listMatchingRefs({ ...repo, ref: bare(folder) });
        // GitHub matches prefixes: pr-7 also matches pr-70.
        return data.map(({ ref }) => ref).filter((ref) => ref.startsWith(`${folder}/`));
      }),
    remove: (ref) =>
      github.call(WRITE, async (octokit, repo) => {
        await octokit.rest.git.deleteRef({ ...repo, ref: bare(ref) }).catch((error: unknown) => {
          // A 404 means that the token lacks the permission.
          if (!said(error, /reference does not exist/i)) throw error;
        });
      }),
  };
}

function said(error: unknown, words: RegExp): boolean {
  return statusOf(error) === 422 && words.test(String(error));
}

/** The API takes `heads/main` for `refs/heads/main`. */
function bare(ref: string): string {
  return ref.replace(/^refs\//, '');
}
