// Hides secrets in the output of a step, as GitHub's runner does (actions/runner: SecretMasker.cs, ValueEncoders.cs).

/** The secrets of a job. They are hidden unchanged and in common encodings. */
export class Masks {
  readonly #values = new Set<string>();
  readonly #needles = new Set<string>();

  get values(): string[] {
    return [...this.#values];
  }

  add(value: string): void {
    if (value === '' || this.#values.has(value)) return;
    this.#values.add(value);
    const bytes = Buffer.from(value);
    this.#needles.add(value);
    // Three shifts, because the base64 of a secret depends on its position in a longer text.
    for (const shift of [0, 1, 2]) {
      if (bytes.length > shift) this.#needles.add(bytes.subarray(shift).toString('base64'));
    }
    this.#needles.add(value.replaceAll('"', '\\"'));
    this.#needles.add(JSON.stringify(value).slice(1, -1));
    this.#needles.add(encodeURIComponent(value.toWellFormed()));
    this.#needles.add(escapeXml(value));
    if (/^".{7,}"$/s.test(value)) this.#needles.add(value.slice(1, -1));
  }

  /** Replaces every secret with `***`. Secrets that overlap or touch become one. */
  hide(text: string): string {
    const found: { start: number; end: number }[] = [];
    for (const needle of this.#needles) {
      for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
        found.push({ start, end: start + needle.length });
      }
    }
    let hidden = '';
    let position = 0;
    let open = false;
    for (const { start, end } of found.sort((a, b) => a.start - b.start)) {
      if (!open || start > position) hidden += `${text.slice(position, start)}***`;
      position = Math.max(position, end);
      open = true;
    }
    return hidden + text.slice(position);
  }
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
