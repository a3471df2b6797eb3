// The page that `npm start` writes: the pictures, and everything that GitHub would show about the run.
import type { Annotation } from '../runner/workflow-commands.ts';
import { escapeHtml, renderGitHubMarkdown } from './github-markdown.ts';

export interface Link {
  readonly label: string;
  /** Relative to the page, with / between folders. */
  readonly path: string;
}

export interface Page {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly seconds: number;
  /** The inputs of the action, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly images: readonly Link[];
  /** The job summary, Markdown. */
  readonly summary: string;
  /** The preview comments on the pull request, Markdown. */
  readonly comments: readonly string[];
  /** URLs that do not work after the run, and the paths of the local files that replace them. */
  readonly localFiles: ReadonlyMap<string, string>;
  readonly annotations: readonly Annotation[];
  /** As GitHub shows it. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly files: readonly Link[];
  /** The CSS of github-markdown-css. */
  readonly markdownStyle: string;
}

const CONCLUSIONS = { success: 'Succeeded', failure: 'Failed', cancelled: 'Cancelled' } as const;
const LONG_OUTPUT = 240;
const LEVELS = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const;

/** The whole page as one HTML text. All text in it is escaped; the summary is sanitised as GitHub does. */
export function renderPage(page: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${CONCLUSIONS[page.conclusion]} · runcomfy-action</title>
<style>${page.markdownStyle}${STYLE}</style>
</head>
<body class="markdown-body">
<main>
<header>
<p class="verdict ${page.conclusion}">${CONCLUSIONS[page.conclusion]}</p>
<h1>runcomfy-action</h1>
<p class="quiet">The real bundle, run as GitHub's runner runs it, in ${page.seconds.toFixed(1)} seconds.</p>
${inputList(page.inputs)}
</header>
${section('Images', gallery(page.images))}
${section('Annotations', page.annotations.map(annotation).join('\n'))}
${page.comments.map((comment) => section('Preview comment', card(comment, page.localFiles))).join('\n')}
${section('Job summary', card(page.summary, page.localFiles))}
${section('Outputs', outputTable(page.outputs))}
${section('Log', log(page.log))}
${section('Files', fileList(page.files))}
</main>
</body>
</html>
`;
}

/** A part of the page; empty if there is nothing to show. */
function section(title: string, content: string): string {
  return content === '' ? '' : `<section>\n<h2>${title}</h2>\n${content}\n</section>`;
}

function inputList(inputs: Readonly<Record<string, string>>): string {
  const items = Object.entries(inputs).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return items.length === 0 ? '' : `<dl class="inputs">${items.join('')}</dl>`;
}

function gallery(images: readonly Link[]): string {
  if (images.length === 0) return '';
  const figures = images.map((image) => {
    const caption = `<a href="${address(image.path)}">${escapeHtml(image.label)}</a>`;
    return `<figure>${medium(image)}<figcaption>${caption}</figcaption></figure>`;
  });
  return `<div class="gallery">\n${figures.join('\n')}\n</div>`;
}

function medium({ path, label }: Link): string {
  if (/\.(mp4|webm|mov)$/i.test(path)) return `<video controls src="${address(path)}"></video>`;
  if (/\.(mp3|wav|ogg|flac|m4a)$/i.test(path)) return `<audio controls src="${address(path)}"></audio>`;
  return `<a href="${address(path)}"><img src="${address(path)}" alt="${escapeHtml(label)}"></a>`;
}

function annotation(one: Annotation): string {
  const place = [one.file, one.line, one.column].filter((part) => part !== undefined).join(':');
  const title = [LEVELS[one.level], one.title, place].filter((part) => part !== undefined && part !== '').join(' · ');
  return `<div class="annotation ${one.level}"><strong>${escapeHtml(title)}</strong><p>${escapeHtml(one.message)}</p></div>`;
}

function card(markdown: string, localFiles: Page['localFiles']): string {
  if (markdown.trim() === '') return '';
  const local = (url: string) => {
    const path = localFiles.get(url);
    return path === undefined ? null : address(path);
  };
  return `<div class="card">${renderGitHubMarkdown(markdown, local)}</div>`;
}

function outputTable(outputs: Readonly<Record<string, string>>): string {
  const rows = Object.entries(outputs).map(
    ([name, value]) => `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${outputValue(value)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table class="outputs"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function outputValue(value: string): string {
  if (value === '') return '<span class="quiet">empty</span>';
  const text = escapeHtml(indentedJson(value));
  if (value.length < LONG_OUTPUT) return `<pre>${text}</pre>`;
  return `<details><summary>${value.length.toLocaleString('en')} characters</summary><pre>${text}</pre></details>`;
}

function indentedJson(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? JSON.stringify(parsed, null, 2) : value;
  } catch {
    return value;
  }
}

function log(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => {
    const kind = /^(Error|Warning|Notice): /.exec(line)?.[1]?.toLowerCase() ?? (line.startsWith('▼ ') ? 'group' : null);
    return kind === null ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`;
  });
  return `<pre class="log">${lines.join('\n')}</pre>`;
}

function fileList(files: readonly Link[]): string {
  const items = files.map((file) => `<li><a href="${address(file.path)}">${escapeHtml(file.label)}</a></li>`);
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function address(path: string): string {
  return escapeHtml(path.split('/').map(encodeURIComponent).join('/'));
}

const STYLE = `
body.markdown-body { margin: 0; padding: 24px 16px 64px; min-height: 100vh; box-sizing: border-box; }
main { max-width: 960px; margin: 0 auto; }
.markdown-body header h1 { border: 0; margin: 12px 0 4px; padding: 0; }
section { margin-top: 40px; }
.quiet { color: var(--fgColor-muted); }
.verdict { display: inline-block; margin: 0; padding: 2px 12px; border-radius: 99px; color: #fff; font-weight: 600; font-size: 14px; }
.verdict.success { background: #1f883d; }
.verdict.failure { background: #cf222e; }
.verdict.cancelled { background: #59636e; }
.markdown-body .inputs { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; padding: 0; font-size: 14px; }
.markdown-body .inputs dt, .markdown-body .inputs dd { margin: 0; padding: 0; font-style: normal; overflow-wrap: anywhere; }
.markdown-body .inputs dt { color: var(--fgColor-muted); font-weight: 400; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr)); gap: 16px; align-items: start; }
.markdown-body .gallery figure { margin: 0; max-width: 560px; }
.gallery img, .gallery video { display: block; width: 100%; border-radius: 8px; }
.gallery audio { width: 100%; }
.gallery figcaption { margin-top: 4px; font-size: 12px; overflow-wrap: anywhere; }
.card { border: 1px solid var(--borderColor-default); border-radius: 8px; padding: 24px; overflow-x: auto; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.annotation { border: 1px solid var(--borderColor-default); border-left: 4px solid; border-radius: 6px; padding: 8px 16px; margin-bottom: 8px; }
.annotation p { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.annotation.error { border-left-color: var(--borderColor-danger-emphasis); }
.annotation.warning { border-left-color: var(--borderColor-attention-emphasis); }
.annotation.notice { border-left-color: var(--borderColor-accent-emphasis); }
.markdown-body table.outputs { display: table; width: 100%; table-layout: fixed; }
.markdown-body .outputs th { width: 30%; text-align: left; font-weight: 400; vertical-align: top; overflow-wrap: anywhere; }
.markdown-body .outputs pre { margin: 0; padding: 0; background: none; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 420px; overflow: auto; }
.markdown-body .outputs details pre { margin-top: 8px; }
.markdown-body pre.log { border: 1px solid var(--borderColor-default); background: #0d1117; color: #f0f6fc; white-space: pre-wrap; overflow-wrap: anywhere; }
.log .error { color: #ff7b72; }
.log .warning { color: #e3b341; }
.log .notice { color: #79c0ff; }
.log .group { font-weight: 600; }
`;
