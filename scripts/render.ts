// `npm run render`: pictures of the preview comment and the job summary as GitHub shows them, light and dark, on a desktop and on a phone; and the README's.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { renderGitHubMarkdown } from '../simulator/demo/github-markdown.ts';
import { render } from '../simulator/pictures/pictures.ts';
import { ActionError } from '../src/lib/errors.ts';
import { changesBetween, type Difference } from '../src/lockfile/changes.ts';
import { commentMark } from '../src/preview/mark.ts';
import { commentOf } from '../src/report/comment.ts';
import { planComment, planSummary } from '../src/report/plan.ts';
import { runResultOf } from '../src/report/report.ts';
import { summaryOf } from '../src/report/summary.ts';
import type { Outcome, PlanRow } from '../src/tasks/outcome.ts';
import { type Recipe, recipeOf } from '../src/tasks/recipe.ts';

interface Shown {
  readonly id: string;
  readonly prompt: string;
  readonly seed: number;
  readonly size: readonly [width: number, height: number];
  readonly failure?: string;
  readonly was?: { readonly prompt: string; readonly seed: number };
  /** Ids of the images that it is made from. */
  readonly from?: readonly string[];
  readonly isVideo?: boolean;
}

const LIGHTHOUSE = 'A lighthouse at dawn, seen from the sea';
const LONG =
  'An isometric illustration of a small harbour town, with a tram that climbs the hill, laundry between the houses, and a cat on every third roof; soft morning light, muted colours, no text, no people, clean outlines as in a children’s book of the sixties.';

const SEEDS: readonly Shown[] = [7, 8, 9, 10].map((seed) => ({
  id: 'image',
  prompt: LIGHTHOUSE,
  seed,
  size: [1024, 768],
}));

const MANY: readonly Shown[] = Array.from({ length: 9 }, (_, n) => ({
  id: `icons/weather-${n + 1}`,
  prompt: `An app icon for a weather app, ${['sun', 'rain', 'snow', 'fog'][n % 4]}`,
  seed: n,
  size: n === 5 ? [576, 1024] : [512, 512],
}));

const MANIFEST: readonly Shown[] = [
  {
    id: 'hero',
    prompt: 'A lighthouse at dusk, seen from the sea',
    seed: 7,
    size: [1024, 576],
    was: { prompt: LIGHTHOUSE, seed: 3 },
  },
  { id: 'town', prompt: LONG, seed: 21, size: [768, 768] },
  { id: 'icon-light-1', prompt: 'An app icon for a weather app, light theme', seed: 1, size: [512, 512] },
  { id: 'icon-dark-1', prompt: 'An app icon for a weather app, dark theme', seed: 2, size: [512, 512] },
  { id: 'banner', prompt: 'A wide banner with dunes', seed: 5, size: [1024, 320] },
  {
    id: 'icon-dark-2',
    prompt: 'An app icon',
    seed: 2,
    size: [512, 512],
    failure: 'RunComfy says: "NSFW content detected". Change the prompt, then run again.',
  },
];

const DAWN = { prompt: LIGHTHOUSE, seed: 3 };
const CHAIN: readonly Shown[] = [
  {
    id: 'trailer',
    prompt: 'The lighthouse, waves rolling',
    seed: 9,
    size: [1024, 576],
    from: ['hero-large'],
    isVideo: true,
    was: { prompt: 'The lighthouse, waves rolling', seed: 4 },
  },
  { id: 'hero', prompt: 'A lighthouse in a storm, seen from the sea', seed: 7, size: [512, 288], was: DAWN },
  {
    id: 'hero-large',
    prompt: 'Four times as large',
    seed: 8,
    size: [1024, 576],
    from: ['hero'],
    was: { prompt: 'Four times as large', seed: 5 },
  },
  { id: 'poster', prompt: 'A travel poster of it', seed: 11, size: [512, 768], from: ['hero-large'] },
  {
    id: 'postcard',
    prompt: 'The poster as a postcard, with a stamp',
    seed: 12,
    size: [768, 512],
    from: ['poster', 'hero'],
  },
  { id: 'icon', prompt: 'An app icon for a weather app', seed: 1, size: [512, 512] },
];

const CHAIN_PLAN: readonly PlanRow[] = [
  {
    id: 'trailer',
    action: 'changed',
    reasons: ['its source "assets/hero-large.png" will be made by "hero-large"'],
    price: 0.3,
  },
  { id: 'hero', action: 'changed', reasons: ['prompt: "at dawn," → "in a storm,"'], price: 0.06 },
  {
    id: 'hero-large',
    action: 'changed',
    reasons: ['its source "assets/hero.png" will be made by "hero"'],
    price: 0.06,
  },
  {
    id: 'poster',
    action: 'new',
    reasons: ['not in the lock', 'its source "assets/hero-large.png" will be made by "hero-large"'],
    price: 0.06,
  },
  {
    id: 'card',
    action: 'changed',
    reasons: ['files.image_url: 052b7dc6 → d5309d83, in "assets/photo.png"'],
    price: 0.06,
  },
];

const PLAN: readonly PlanRow[] = [
  { id: 'hero', action: 'changed', reasons: ['prompt: "dawn" → "dusk"', 'seed: 3 → 7'], price: 0.06 },
  { id: 'town', action: 'new', reasons: ['not in the lock'], price: 0.06 },
  {
    id: 'banner',
    action: 'modified',
    reasons: ['"assets/banner.png" was modified; it is kept'],
    price: 0,
  },
  { id: 'clip', action: 'forced', reasons: ['named in `force`'], price: null },
  {
    id: 'icon-old',
    action: 'orphaned',
    reasons: ['in the lock, but no longer in the manifest; its files stay'],
    price: 0,
  },
  ...Array.from({ length: 40 }, (_, n) => ({ id: `icon-${n}`, action: 'unchanged', reasons: [], price: 0 })),
];

const RUN = { id: '17624001234', attempt: 1 };
const RUN_URL = 'https://github.com/octo-org/garden/actions/runs/17624001234/attempts/1';

const CSS_FILES = { light: 'github-markdown-light.css', dark: 'github-markdown-dark.css' } as const;
const SCREENS = {
  desktop: { width: 920, height: 1400 },
  phone: { width: 390, height: 1900 },
  /** Just large enough for the comment in the README. */
  readme: { width: 720, height: 1125 },
} as const;
/** GitHub's frame around rendered Markdown: the box of a comment, the card of a summary. */
const FRAME = `body{margin:0;padding:16px;font-family:sans-serif;background:var(--bgColor-default)}
.box{border:1px solid #8886;border-radius:6px;max-width:820px;margin:auto}
.who{padding:8px 16px;border-bottom:1px solid #8886;font-size:14px;background:#8881}
.box .markdown-body{padding:16px}`;

const folder = path.resolve(process.argv[2] ?? path.join(tmpdir(), 'runcomfy-render'));
const chromium = process.env.CHROMIUM ?? 'chromium';
await mkdir(folder, { recursive: true });

const local = new Map<string, string>();
const pages = {
  'comment-seeds': await comment(SEEDS, 'ref', []),
  'comment-manifest': await comment(
    MANIFEST,
    'ref',
    Array.from({ length: 40 }, (_, n) => `icons/weather-${n + 1}`),
  ),
  'comment-many': await comment(MANY, 'ref', []),
  'comment-chain': await comment(CHAIN, 'ref', ['icon-light-1', 'icon-dark-1']),
  'comment-chain-plan': planComment({
    mark: commentMark('plan:default', RUN),
    key: 'default',
    plan: CHAIN_PLAN,
    runUrl: RUN_URL,
  }),
  'summary-chain': summaryOf({ ...(await sources(CHAIN)), cancelled: false, tookMs: 48_200, notes: [] }),
  'comment-one': await comment(SEEDS.slice(0, 1), 'hosted', []),
  'comment-plan': planComment({ mark: commentMark('plan:default', RUN), key: 'default', plan: PLAN, runUrl: RUN_URL }),
  'summary-plan': planSummary(PLAN),
  'summary-manifest': summaryOf({ ...(await sources(MANIFEST)), cancelled: false, tookMs: 48_200, notes: [] }),
};
for (const [name, markdown] of Object.entries(pages)) {
  await writeFile(path.join(folder, `${name}.md`), markdown);
  for (const theme of ['light', 'dark'] as const) {
    for (const screen of ['desktop', 'phone'] as const) await photograph(name, markdown, theme, screen);
  }
}
const inReadme = MANIFEST.filter(({ id }) => ['hero', 'icon-light-1', 'icon-dark-1', 'icon-dark-2'].includes(id));
await photograph('comment-readme', await comment(inReadme, 'ref', ['town', 'banner']), 'light', 'readme');
const picture = path.resolve(import.meta.dirname, '../docs/comment.png');
await copyFile(path.join(folder, 'comment-readme-light-readme.png'), picture);
console.log(folder);

async function photograph(
  name: string,
  markdown: string,
  theme: keyof typeof CSS_FILES,
  screen: keyof typeof SCREENS,
): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const style = await readFile(resolve(`github-markdown-css/${CSS_FILES[theme]}`), 'utf8');
  const html = renderGitHubMarkdown(markdown, (address) => local.get(address) ?? null);
  const { width, height } = SCREENS[screen];
  const page = `<!doctype html><meta charset="utf-8"><style>${style}${FRAME}</style><body class="markdown-body"><div class="box"><div class="who">github-actions <i>bot</i> commented</div><div class="markdown-body">${html}</div></div>`;
  const inner = `${name}-${theme}-${screen}.html`;
  await writeFile(path.join(folder, inner), page);
  // Chromium's windows are at least 500 pixels wide, but a frame can be narrower.
  const outer = path.join(folder, 'frame.html');
  await writeFile(
    outer,
    `<!doctype html><body style="margin:0"><iframe src="${inner}" style="border:0;width:${width}px;height:${height}px"></iframe>`,
  );
  const picture = path.join(folder, `${name}-${theme}-${screen}.png`);
  const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--screenshot=${picture}`];
  await promisify(execFile)(chromium, [
    ...options,
    `--window-size=${Math.max(width, 500)},${height}`,
    pathToFileURL(outer).href,
  ]);
}

async function comment(
  shown: readonly Shown[],
  storage: 'ref' | 'hosted',
  unchanged: readonly string[],
): Promise<string> {
  const { runResult, artifacts } = await sources(shown);
  const changed = shown.flatMap((one) => (one.was === undefined ? [] : [{ ...one, was: one.was }]));
  const address = (file: string): string =>
    `https://github.com/octo-org/garden/blob/8d0c1e2f3a4b5c6d7e8f903f1a6b0c9d2e4f5a7b/${file}?raw=true`;
  for (const { path: file, url } of runResult.images) local.set(address(`images/${file}`), local.get(url) ?? '');
  for (const one of changed)
    local.set(address(`before/${pathOf(one)}`), await painted({ ...one, ...one.was, id: `${one.id}-was` }));
  return commentOf({
    mark: commentMark('default', RUN),
    key: 'default',
    runResult,
    artifacts,
    unchanged,
    runUrl: RUN_URL,
    changes: new Map(
      changed.map((one) => [pathOf(one), { before: { isPointer: false }, differences: differencesOf(one, one.was) }]),
    ),
    pictures: {
      storage,
      now: new Map(
        runResult.images
          .filter(({ format }) => format !== 'mp4')
          .map(({ path: file, url }) => [file, storage === 'ref' ? address(`images/${file}`) : url]),
      ),
      before: new Map(
        changed.flatMap((one) => (one.isVideo === true ? [] : [[pathOf(one), address(`before/${pathOf(one)}`)]])),
      ),
    },
  });
}

function differencesOf(now: Shown, was: { readonly prompt: string; readonly seed: number }): readonly Difference[] {
  const recipe = ({ prompt, seed }: { readonly prompt: string; readonly seed: number }): Recipe =>
    recipeOf('blackforestlabs/flux-2/flex/text-to-image', { prompt, seed }, {});
  return changesBetween(recipe(was), recipe(now), null);
}

async function sources(
  shown: readonly Shown[],
): Promise<Pick<Parameters<typeof summaryOf>[0], 'runResult' | 'artifacts'>> {
  const outcomes = await Promise.all(shown.map(outcomeOf));
  const artifacts = [
    {
      id: '1',
      name: 'runcomfy-images',
      url: 'https://github.com/octo-org/garden/actions/runs/17624001234/artifacts/1',
      digest: '',
    },
  ];
  return { runResult: runResultOf(outcomes, (text) => text), artifacts };
}

async function outcomeOf(one: Shown, n: number): Promise<Outcome> {
  const { id, prompt, seed, size, failure, from = [], isVideo = false } = one;
  const file = pathOf(one);
  const url = `https://files.runcomfy.net/${id}-${seed}.png`;
  const saved = {
    index: n + 1,
    path: file,
    absolutePath: file,
    url,
    format: isVideo ? 'mp4' : 'png',
    width: size[0],
    height: size[1],
    bytes: Math.round(1_290_000 / (n + 1)),
    sha256: '',
    changed: true,
    seed,
  };
  const error = failure === undefined ? null : new ActionError('generation-failed', failure);
  if (failure === undefined) local.set(url, await painted(one));
  return {
    task: {
      id,
      name: id,
      model: 'blackforestlabs/flux-2/flex/text-to-image',
      deployment: null,
      parameters: { prompt, seed },
      files: Object.fromEntries(
        from.map((maker, at) => [`image_${at}`, { path: `assets/${maker}.png`, type: null, bytes: 0, sha256: '' }]),
      ),
      output: null,
      recipe: '',
      occurrence: 1,
      paid: null,
    },
    index: n + 1,
    requestId: `5f0c2a9e-1b7d-4c3e-9a55-${String(n).padStart(12, '0')}`,
    tookMs: failure === undefined ? 8_200 + n * 1_300 : null,
    cost: failure === undefined ? 0.06 : null,
    images: failure === undefined ? [saved] : [],
    failure: error,
    failures: error === null ? [] : [{ index: n + 1, error }],
    missing: 0,
    notes: [],
    told: [],
    output: undefined,
    unsettled: null,
    attempted: true,
    adopted: false,
  };
}

function pathOf({ id, seed, isVideo = false }: Shown): string {
  return id === 'image' ? `runcomfy-images/image-${seed - 6}.png` : `assets/${id}.${isVideo ? 'mp4' : 'png'}`;
}

/** Name of the file, below the folder. */
async function painted({ id, prompt, seed, size: [width, height] }: Shown): Promise<string> {
  const name = `${id.replaceAll('/', '-')}-${seed}.jpg`;
  await writeFile(path.join(folder, name), render({ prompt, seed, width, height, format: 'jpeg' }));
  return name;
}
