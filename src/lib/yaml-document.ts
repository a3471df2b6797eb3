// Parses text into the YAML library's document, with limits: the library alone takes minutes for brackets that are never closed.
import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml';

/** The greatest depth of nested mappings and lists. */
export const MAX_DEPTH = 64;

/** Throws an Error that says what is wrong with the whole text. */
export function composeDocuments(
  text: string,
  lines: LineCounter,
): { readonly document: Document.Parsed | null; readonly second: Document.Parsed | null } {
  // Explicit, so that no tag or %YAML directive in the text can add dates, sets and bytes, which JSON does not have.
  const plain = { schema: 'core', resolveKnownTags: false };
  const composer = new Composer({ ...plain, prettyErrors: false, uniqueKeys: false });
  const [document = null, second = null] = composer.compose(tokens(text, lines), true, text.length);
  return { document, second };
}

function* tokens(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > 4 * MAX_DEPTH) throw new Error('it is nested too deeply');
  }
  yield* parser.end();
}
