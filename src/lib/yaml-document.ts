// Text to the YAML library's document, bounded: the library alone would go on for minutes through brackets that are never closed.
import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml';

/** How deep mappings and lists may stand in each other. */
export const MAX_DEPTH = 64;

/** Throws an Error whose message says what is wrong with the text as a whole. */
export function composeDocuments(
  text: string,
  lines: LineCounter,
): { readonly document: Document.Parsed | null; readonly second: Document.Parsed | null } {
  // Said outright, so that neither a tag nor a %YAML directive of the text brings dates, sets and bytes, which JSON has not.
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
