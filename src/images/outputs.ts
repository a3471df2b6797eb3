// Which parts of a result's `output` are files: every http(s) URL in it, whatever the model's shape.
import type { JsonObject } from '../json.ts';

/** URLs in document order, each once. Only `output` is looked at, and a URL that was `sent` is an input told once more, unless there is nothing else. */
export function outputUrls(output: unknown, sent: JsonObject): readonly string[] {
  const told = urlsIn(output);
  if (told.size === 0) return [];
  const inputs = urlsIn(sent);
  const made = [...told].filter((url) => !inputs.has(url));
  return made.length > 0 ? made : [...told];
}

function urlsIn(root: unknown): ReadonlySet<string> {
  const urls = new Set<string>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') {
      if (/^https?:\/\//i.test(value.trim())) urls.add(value.trim());
    } else if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value).reverse()) pending.push(member);
    }
  }
  return urls;
}
