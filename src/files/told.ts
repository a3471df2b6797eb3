// What a result says besides its files: warnings of the safety filter, the seed that was drawn, texts.
import { quoted } from '../lib/errors.ts';
import { type Json, type JsonObject, membersBackwards } from '../lib/json.ts';

/** The content of a result. */
export interface ResultContent {
  /** The `output` member, in any shape. */
  readonly output: unknown;
  /** The members next to `output`, where a model can put its flags. */
  readonly beside: Json;
  /** Why there is no output, as sentences with the remedy, if known. */
  readonly emptyBecause?: string | null;
}

export interface Told {
  /** The findings of a safety filter, in the words of the result: `has_nsfw_concepts: [true]`. */
  readonly flags: readonly string[];
  /** The only seed in the result; null if there is none, or several. */
  readonly seed: number | null;
  /** Seeds in a list, one for each file. */
  readonly seeds: readonly number[];
  /** Texts about the image, shortened, one clause each. */
  readonly texts: readonly string[];
}

const FLAG = /nsfw|unsafe|flagged|censored|moderated|content_filtered|content_blocked/i;
const SETTING = /^(enable|disable|use|check|allow|skip)_|_enabled$|checker|tolerance|threshold/i;

/** Whether a member of this name has findings of a safety filter. */
export function isFlag(name: string): boolean {
  return FLAG.test(name) && !SETTING.test(name);
}

export function isSeed(name: string): boolean {
  return /^seeds?$/i.test(name);
}

/** A seed that JavaScript can hold; null for anything else. */
export function seedIn(value: unknown): number | null {
  const seed = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(seed) && Number(seed) >= 0 ? Number(seed) : null;
}

/** Members about a file, and not about its content. */
const ABOUT_FILES =
  /^(url|uri|type|id|name|status|subfolder|format|model|version|request_id|index|finish_reasons?|.*(file_?name|content_type|mime_?type|media_type|_at|_url|_path|_id|_format))$/i;
const MAX_TEXTS = 5;
const MAX_LETTERS = 160;

/** Only reads the top level of `beside`: deeper members can be repeated inputs. */
export function toldOf({ output, beside }: ResultContent, sent: JsonObject): Told {
  const flags = new Set<string>();
  const single = new Set<number>();
  let list: readonly number[] = [];
  const texts = new Set<string>();
  const look = (name: string, value: unknown): void => {
    if (typeof value !== 'object' && sent[name] === value) return;
    if (found(name, value)) flags.add(`${name}: ${shown(value)}`);
    const seed = /^seed$/i.test(name) ? seedIn(value) : null;
    if (seed !== null) single.add(seed);
    if (/^seeds$/i.test(name) && Array.isArray(value)) list = value.flatMap((each) => seedIn(each) ?? []);
    if (typeof value === 'string' && name !== '' && isText(value) && !ABOUT_FILES.test(name)) {
      texts.add(`${name} ${quoted(value, MAX_LETTERS)}`);
    }
  };
  for (const [name, value] of Object.entries(beside)) look(name, value);
  const pending: unknown[] = [output];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) for (const [name, member] of Object.entries(value)) look(name, member);
    for (const [, member] of membersBackwards(value)) if (typeof member === 'object') pending.push(member);
  }
  const [seed = null] = single;
  return {
    flags: [...flags],
    seed: single.size === 1 ? seed : null,
    seeds: list,
    texts: [...texts].slice(0, MAX_TEXTS),
  };
}

function found(name: string, value: unknown): boolean {
  if (/^finish_reasons?$/i.test(name)) return /filter|safety|nsfw|block|moderat/i.test(shown(value));
  return isFlag(name) && (value === true || (Array.isArray(value) && value.includes(true)));
}

function shown(value: unknown): string {
  const text = Array.isArray(value) && value.length > 20 ? value.slice(0, 20) : value;
  return typeof text === 'string' || (typeof text === 'object' && text !== null && !Array.isArray(text))
    ? quoted(typeof text === 'string' ? text : 'an object', 80)
    : quoted(JSON.stringify(text) ?? '', 80).slice(1, -1);
}

/** Words, not a URL and not data. */
function isText(value: string): boolean {
  const text = value.trim();
  return text !== '' && !/^[a-z][a-z0-9+.-]*:\S/i.test(text) && !/^\/\S*$/.test(text) && !/^\S{60}/.test(text);
}
