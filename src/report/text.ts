// Makes text from outside safe to print: secrets out, URL signatures out, no forged workflow commands.

export type TextFilter = (text: string) => string;

/** Whoever hides every `a` hides nothing, and spoils what is read. */
const SHORTEST_SECRET = 4;

/** Replaces every secret, also as it stands in URLs and in JSON, by `***`. */
export function redactor(secrets: readonly string[]): TextFilter {
  const forms = new Set(
    secrets
      .filter((secret) => secret.length >= SHORTEST_SECRET)
      .flatMap((secret) => [secret, ...inUrls(secret), JSON.stringify(secret).slice(1, -1), base64(secret)]),
  );
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}

/** With upper and lower case hexadecimal digits. */
function inUrls(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret);
  return [encoded, encoded.replace(/%../g, (code) => code.toLowerCase())];
}

function base64(secret: string): string {
  return Buffer.from(secret).toString('base64').replace(/=+$/, '');
}

/** Cuts user info, query and fragment off every URL: signatures of signed URLs are as good as keys. */
export function withoutSignatures(text: string): string {
  return text.replace(/https?:\/\/[^\s"<>]+/gi, (url) => {
    const [beforeFragment = ''] = url.split('#', 1);
    const query = beforeFragment.indexOf('?');
    const bare = query === -1 ? beforeFragment : `${beforeFragment.slice(0, query)}?…`;
    // Everywhere: an address may stand inside another one.
    return bare.replace(/(https?:\/\/)[^/]*@/gi, '$1');
  });
}

// White space, and what Unicode calls ignorable: .NET may trim or skip it when the runner looks for a command. One class, not alternatives that
// overlap: those would take exponential time on text made for it.
const INVISIBLE = '[[\\s\\p{DI}]--\\n]';
const COMMAND = new RegExp(`^(${INVISIBLE}*:)(?=\\p{DI}*:)`, 'gmv');
const LEGACY_COMMAND = /#(?=\p{DI}*#\p{DI}*\[)/gv;

/**
 * Takes the power from `::name::` at a line's start and from `##[name]` anywhere in a line, which the runner executes on stdout and stderr alike
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
