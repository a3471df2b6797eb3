// Renders Markdown to the HTML that GitHub would show, as closely as a page on disk can.
// The allow-list follows GitHub's HTML pipeline (github/html-pipeline, sanitization_filter.rb) and github/markup's README.
import MarkdownIt from 'markdown-it';

const TAGS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture source ol ul li table thead ' +
    'tbody tfoot tr td th blockquote dl dt dd kbd q samp var hr ruby rt rp s strike summary details caption figure ' +
    'figcaption abbr bdo cite dfn mark small span time wbr'
  ).split(' '),
);
const VOID_TAGS = new Set(['br', 'img', 'hr', 'source', 'wbr']);
/** All other tags keep their text. These do not. */
const TAGS_WITH_UNSEEN_TEXT = new Set([
  'script',
  'style',
  'svg',
  'math',
  'iframe',
  'textarea',
  'title',
  'noscript',
  'template',
]);

const ATTRIBUTES = new Set(
  (
    'abbr align alt aria-describedby aria-hidden aria-label aria-labelledby cite colspan compact datetime dir headers ' +
    'height hreflang hspace label lang loading media open rel role rowspan rules scope span start summary title valign ' +
    'vspace width'
  ).split(' '),
);
/** Attributes with URLs, and the tags on which GitHub keeps them. */
const ADDRESSES = new Map([
  ['a', 'href'],
  ['img', 'src'],
  ['source', 'srcset'],
]);

const markdown = new MarkdownIt({ html: true, linkify: true });
// markdown-it allows data: images itself, but GitHub removes them. Here, everything is removed in one place.
markdown.validateLink = () => true;

/**
 * HTML for untrusted Markdown. `localize` can return a different URL for a picture or a link. `null` keeps it.
 */
export function renderGitHubMarkdown(text: string, localize: (address: string) => string | null = () => null): string {
  return sanitise(markAlerts(markdown.render(text)), localize);
}

/** Rebuilds the HTML from allowed parts only, so that nothing unknown gets through. */
function sanitise(html: string, localize: (address: string) => string | null): string {
  const piece = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;
  const open: string[] = [];
  let hidden: string | null = null;
  let safe = '';
  for (const [whole, slash, name, attributes = ''] of html.matchAll(piece)) {
    const tag = name?.toLowerCase() ?? null;
    if (hidden !== null) {
      if (tag === hidden && slash === '/') hidden = null;
    } else if (whole.startsWith('<!--')) {
      // Comments are not shown anywhere.
    } else if (tag === null) {
      safe += whole.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    } else if (TAGS_WITH_UNSEEN_TEXT.has(tag)) {
      if (slash === '' && !attributes.endsWith('/')) hidden = tag;
    } else if (!TAGS.has(tag)) {
      // The tag is removed, its content stays.
    } else if (slash === '') {
      safe += `<${tag}${keptAttributes(tag, attributes, localize)}>`;
      if (!VOID_TAGS.has(tag)) open.push(tag);
    } else if (open.includes(tag)) {
      // Closed in order, so that a stray end tag cannot close elements around the summary.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        safe += `</${last}>`;
        if (last === tag) break;
      }
    }
  }
  return (
    safe +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

function keptAttributes(tag: string, written: string, localize: (address: string) => string | null): string {
  let kept = '';
  for (const [, name = '', quoted] of written.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g)) {
    const attribute = name.toLowerCase();
    const value = unescapeHtml((quoted ?? '').replace(/^(["'])(.*)\1$/s, '$2'));
    if (ADDRESSES.get(tag) === attribute) {
      const local = localize(value);
      if (local !== null) kept += ` ${attribute}="${escapeHtml(local)}"`;
      else if (isKeptAddress(tag, value)) kept += ` ${attribute}="${escapeHtml(value)}"`;
    } else if (attribute === 'style') {
      // markdown-it aligns table cells with a style. GitHub's renderer writes the attribute.
      const side = /^text-align:(left|center|right)$/.exec(value)?.[1];
      if (side !== undefined) kept += ` align="${side}"`;
    } else if (ATTRIBUTES.has(attribute)) {
      kept += ` ${attribute}="${escapeHtml(value)}"`;
    } else if (attribute === 'class' && /^markdown-alert(-[a-z]+)?( markdown-alert-[a-z]+)?$/.test(value)) {
      kept += ` class="${escapeHtml(value)}"`;
    }
  }
  return kept;
}

function isKeptAddress(tag: string, address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read the scheme
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return true;
  return tag === 'a' && scheme === 'mailto';
}

/** GitHub's alerts: quotes that begin with [!NOTE], for example. */
function markAlerts(html: string): string {
  return html.replace(
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*([\s\S]*?)<\/blockquote>/g,
    (_whole, kind: string, rest: string) => {
      const title = kind.charAt(0) + kind.slice(1).toLowerCase();
      const kindClass = `markdown-alert-${kind.toLowerCase()}`;
      const body = rest.startsWith('</p>') ? rest.slice('</p>'.length) : `<p>${rest}`;
      return `<div class="markdown-alert ${kindClass}"><p class="markdown-alert-title">${title}</p>${body}</div>`;
    },
  );
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Resolves HTML entities. */
export function unescapeHtml(text: string): string {
  // unescapeAll resolves entities, but also Markdown's backslashes, which mean nothing in HTML, so they are doubled first.
  return markdown.utils.unescapeAll(text.replaceAll('\\', '\\\\'));
}
