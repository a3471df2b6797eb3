// Renders Markdown to the HTML that GitHub would show, as near as a page on disk can come.
// Allow-list after GitHub's HTML pipeline (github/html-pipeline, sanitization_filter.rb) and github/markup's README.
import MarkdownIt from 'markdown-it';

const TAGS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture source ol ul li table thead ' +
    'tbody tfoot tr td th blockquote dl dt dd kbd q samp var hr ruby rt rp s strike summary details caption figure ' +
    'figcaption abbr bdo cite dfn mark small span time wbr'
  ).split(' '),
);
const VOID_TAGS = new Set(['br', 'img', 'hr', 'source', 'wbr']);
/** Of all other tags the text inside stays; of these nothing does. */
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
/** Attributes that hold addresses, and on which tag GitHub keeps them. */
const ADDRESSES = new Map([
  ['a', 'href'],
  ['img', 'src'],
  ['source', 'srcset'],
]);

const markdown = new MarkdownIt({ html: true, linkify: true });
// markdown-it allows data: images by itself; GitHub strips them, and strip they shall here too, in one place.
markdown.validateLink = () => true;

/**
 * HTML for Markdown that may come from anyone. `localize` may give another address for a picture or a link, `null` keeps it.
 */
export function renderGitHubMarkdown(text: string, localize: (address: string) => string | null = () => null): string {
  return sanitise(markAlerts(markdown.render(text)), localize);
}

/** Builds the HTML anew from what is allowed in it: nothing of a foreign tag gets through unread. */
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
      // The tag goes, what stands in it stays.
    } else if (slash === '') {
      safe += `<${tag}${keptAttributes(tag, attributes, localize)}>`;
      if (!VOID_TAGS.has(tag)) open.push(tag);
    } else if (open.includes(tag)) {
      // Closed in order, so that a stray end tag cannot close what surrounds the summary.
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
      // How markdown-it aligns table cells; GitHub's renderer writes the attribute.
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

/** GitHub's alerts: a quote that begins with [!NOTE] and its like. */
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
  // unescapeAll resolves entities, and Markdown's backslashes too, which mean nothing in HTML: double them first.
  return markdown.utils.unescapeAll(text.replaceAll('\\', '\\\\'));
}
