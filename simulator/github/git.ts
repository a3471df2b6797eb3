// GitHub's Git Data API: blobs, trees, commits and refs over REST.
import { isObject, json } from '../wire.ts';
import type { GitStore, TreeEntry } from './git-store.ts';
import { empty, type Route, refused } from './routes.ts';
import { commitShape, REPOSITORY, refShape, treeShape } from './shapes.ts';

/** Throws GitRefusal if git itself refuses. */
export function gitRoutes(origin: string, git: GitStore): readonly Route[] {
  return [
    {
      name: 'blob-create',
      method: 'POST',
      path: /^\/git\/blobs$/,
      decision: ['contents'],
      answer: ({ content, encoding = 'utf-8' }) => {
        const bytes = Buffer.from(String(content), encoding === 'base64' ? 'base64' : 'utf8');
        const sha = git.addBlob(bytes);
        return json(201, { sha, url: `${origin}/repos/${REPOSITORY}/git/blobs/${sha}` });
      },
    },
    {
      name: 'tree-create',
      method: 'POST',
      path: /^\/git\/trees$/,
      decision: ['contents'],
      answer: ({ tree }) => {
        const entries = Array.isArray(tree) ? tree.map(treeEntry) : [];
        if (entries.length === 0) return refused(422, 'Invalid tree info');
        const sha = git.addTree(entries);
        return json(201, treeShape(origin, sha, entries));
      },
    },
    {
      name: 'tree-get',
      method: 'GET',
      path: /^\/git\/trees\/([^/]+)$/,
      decision: ['contents'],
      answer: (_, [sha = '']) => {
        const entries = git.trees.get(sha);
        return entries === undefined ? refused(404, 'Not Found') : json(200, treeShape(origin, sha, entries));
      },
    },
    {
      name: 'commit-create',
      method: 'POST',
      path: /^\/git\/commits$/,
      decision: ['contents'],
      answer: ({ message, tree, parents }) => {
        const commit = {
          message: String(message),
          tree: String(tree),
          parents: Array.isArray(parents) ? parents.map(String) : [],
        };
        return json(201, commitShape(origin, git.addCommit(commit), commit));
      },
    },
    {
      name: 'commit-get',
      method: 'GET',
      path: /^\/git\/commits\/([^/]+)$/,
      decision: ['contents'],
      answer: (_, [sha = '']) => {
        const commit = git.commits.get(sha);
        return commit === undefined ? refused(404, 'Not Found') : json(200, commitShape(origin, sha, commit));
      },
    },
    {
      name: 'ref-create',
      method: 'POST',
      path: /^\/git\/refs$/,
      decision: ['contents'],
      answer: ({ ref, sha }) => {
        git.createRef(String(ref), String(sha));
        return json(201, refShape(origin, String(ref), String(sha)));
      },
    },
    {
      name: 'ref-get',
      method: 'GET',
      path: /^\/git\/ref\/(.+)$/,
      decision: ['contents'],
      answer: (_, [name]) => {
        const sha = git.refs.get(`refs/${name}`);
        return sha === undefined ? refused(404, 'Not Found') : json(200, refShape(origin, `refs/${name}`, sha));
      },
    },
    {
      name: 'refs-list',
      method: 'GET',
      path: /^\/git\/matching-refs\/(.+)$/,
      decision: ['contents'],
      answer: (_, [start]) => {
        const found = [...git.refs].filter(([ref]) => ref.startsWith(`refs/${start}`));
        return json(
          200,
          found.map(([ref, sha]) => refShape(origin, ref, sha)),
        );
      },
    },
    {
      name: 'ref-update',
      method: 'PATCH',
      path: /^\/git\/refs\/(.+)$/,
      decision: ['contents'],
      answer: ({ sha, force }, [name]) => {
        git.updateRef(`refs/${name}`, String(sha), force === true);
        return json(200, refShape(origin, `refs/${name}`, String(sha)));
      },
    },
    {
      name: 'ref-delete',
      method: 'DELETE',
      path: /^\/git\/refs\/(.+)$/,
      decision: ['contents'],
      answer: (_, [name]) => {
        git.deleteRef(`refs/${name}`);
        return empty();
      },
    },
  ];
}

function treeEntry(entry: unknown): TreeEntry {
  const { path, mode, type, sha } = isObject(entry) ? entry : {};
  return { path: String(path), mode: String(mode), type: String(type), sha: String(sha) };
}
