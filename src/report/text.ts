// Makes text from outside safe to print: removes secrets and URL signatures, and neutralises workflow commands.

export type TextFilter = (text: string) => string;

/** Hiding every `a` would hide nothing, and make texts unreadable. */
const SHORTEST_SECRET = 4;

/** Replaces every secret with `***`, including its forms in URLs and JSON. */
export function redactor(secrets: readonly string[]): TextFilter {
  const forms = new Set(
    secrets
      .filter((secret) => secret.length >= SHORTEST_SECRET)
      .flatMap((secret) => [secret, ...inUrls(secret), JSON.stringify(secret).slice(1, -1), base64(secret)]),
  );
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}

/** With upper-case and lower-case hexadecimal digits. */
function inUrls(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret);
  return [encoded, encoded.replace(/%../g, (code) => code.toLowerCase())];
}

function base64(secret: string): string {
  return Buffer.from(secret).toString('base64').replace(/=+$/, '');
}

/** Removes user info, query and fragment from every URL, because the signature of a signed URL works like a key. */
export function withoutSignatures(text: string): string {
  return text.replace(/https?:\/\/[^\s"<>]+/gi, (url) => {
    const [beforeFragment = ''] = url.split('#', 1);
    const query = beforeFragment.indexOf('?');
    const bare = query === -1 ? beforeFragment : `${beforeFragment.slice(0, query)}?…`;
    // Everywhere, because a URL can be inside another one.
    return bare.replace(/(https?:\/\/)[^/]*@/gi, '$1');
  });
}

// White space, and characters that Unicode calls ignorable: .NET can trim or skip them when the runner looks for a command. One character class, because
// overlapping alternatives would take exponential time on malicious text.
const INVISIBLE = '[[\\s\\p{DI}]--\\n]';
const COMMAND = new RegExp(`^(${INVISIBLE}*:)(?=\\p{DI}*:)`, 'gmv');
const LEGACY_COMMAND = /#(?=\p{DI}*#\p{DI}*\[)/gv;

/**
 * Neutralises `::name::` at the start of a line and `##[name]` anywhere in a line, which the runner executes on both stdout and stderr
 * (actions/runner, ActionCommand.cs), and removes control characters that could rewrite the line on screen.
 */
export function neutralised(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g, '')
      .replace(COMMAND, '$1 ')
      .replace(LEGACY_COMMAND, '# ')
  );
}

/** Makes a text from outside safe to print. Redacts twice, because what the other filters remove may have been inside a secret. */
export function printableBy(redacted: TextFilter): TextFilter {
  return (text) => redacted(neutralised(withoutSignatures(redacted(text))));
}
