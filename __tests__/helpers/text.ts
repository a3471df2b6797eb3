// Arbitrary text: any UTF-16 units, including lone surrogates and control characters.
import fc from 'fast-check';

const unit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x7f }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x80, max: 0xffff }) },
);

/** fast-check's own `unit: 'binary'` takes seconds to set up. */
export function anyText(maxLength = 30): fc.Arbitrary<string> {
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}

/** Any http(s) URL without query and fragment: ports, odd but legal characters, no user info. fast-check's own is as slow. */
export function anyUrl(): fc.Arbitrary<string> {
  const word = (characters: string, maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength }).map((picked) => picked.join(''));
  return fc
    .tuple(
      fc.constantFrom('http://', 'https://'),
      fc.array(word('abcXYZ019', 6), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ':80', ':8443'),
      fc.array(word("abzABZ019-._~!$&()*+,;=:@%41'", 8), { maxLength: 3 }),
    )
    .map(([scheme, labels, port, segments]) => `${scheme}${labels.join('.')}.com${port}/${segments.join('/')}`);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** What a browser shows for text in HTML. */
export function unescaped(html: string): string {
  return html.replace(/&(?:#(\d+)|([a-z]+));/g, (entity, number?: string, name = '') =>
    number === undefined ? (ENTITIES[name] ?? entity) : String.fromCodePoint(Number(number)),
  );
}

/** Without the tags around single marks of text: they are as many as the text has such marks. */
export function withoutSingled(html: string): string {
  return html.replace(/<span>(&#(?:36|58);|[:$])<\/span>/g, '$1');
}
