// Which parts of a result's `output` are files: every http(s) URL in it, whatever the model's shape.

/** URLs in document order, each once. Only `output` is looked at: the rest of a result may echo the URLs of inputs. */
export function outputUrls(output: unknown): readonly string[] {
  const urls = new Set<string>();
  const pending: unknown[] = [output];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') {
      if (/^https?:\/\//i.test(value.trim())) urls.add(value.trim());
    } else if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value).reverse()) pending.push(member);
    }
  }
  return [...urls];
}
