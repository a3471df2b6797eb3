// Escapes text from outside for GitHub Markdown: no HTML, mentions, references, embeds, autolinks, emoji codes or broken tables.

/**
 * Text inside `<code>`, on one line. GitHub makes no mentions, references or autolinks inside `<code>`, and entities keep Markdown and HTML out. Copied
 * text is exactly the original, which invisible separators would spoil.
 */
export function code(text: string): string {
  return `<code>${entities(oneLine(text))}</code>`;
}

/**
 * Text that reads as text, on one line. Entities alone do not stop mentions: GitHub looks for mentions, references, commits and URLs in the rendered text, but
 * never inside `<a>`, so this adds an anchor without a URL. GitHub finds emoji codes and formulas there too, so their marks are in a `<span>`.
 */
export function prose(text: string): string {
  return `<a>${entities(oneLine(text)).replace(/&#(?:36|58);/g, '<span>$&</span>')}</a>`;
}

/** Matches the result of `prose` in finished Markdown. */
export const PROSE = /<a>((?:[^<]|<span>&#\d+;<\/span>)*)<\/a>/g;

/** The same for several lines, which are kept. */
export function preformatted(text: string): string {
  return `<pre>${entities(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))}</pre>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A URL for an attribute; null if it is not an http(s) URL. */
export function href(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol)
    ? parsed.href.replace(/[&<>"'`|\\[\]{}@]/g, (character) => `&#${character.charCodeAt(0)};`)
    : null;
}

/** Replaces markup characters, and all ASCII punctuation with a meaning in Markdown or GitHub's own filters, with entities. */
function entities(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replace(/[\n!-+/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

/** At most `max` characters, cut between code points. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text.slice(0, max * 2));
  return characters.length <= max && text.length <= max * 2 ? text : `${characters.slice(0, max).join('').trimEnd()}…`;
}
