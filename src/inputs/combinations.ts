// Which inputs can be combined: what to make is said once, and inputs that say it are never ignored.
import type { InputReader } from './reader.ts';
import { INPUT_NAMES, INPUTS, type Input, type InputName, type MadeInput, type Mode, type Use } from './table.ts';

/** Each says what to make or to collect. */
const SOURCES: readonly InputName[] = ['prompt', 'prompt-file', 'manifest', 'collect'];

type Given = Pick<InputReader, 'given'>;

export function useOf(mode: Mode, { given }: Given): Use {
  if (mode !== 'generate') return mode;
  if (given('collect') !== '') return 'collect';
  if (given('manifest') !== '') return 'manifest';
  return given('deployment') === '' ? 'model' : 'deployment';
}

/** `mode`: null if it is invalid. Then it is not known what is missing. */
export function checkCombination(mode: Mode | null, reader: InputReader): void {
  const use = useOf(mode ?? 'generate', reader);
  const rivals = new Set(mode === null || mode === 'generate' ? SOURCES.filter((name) => isSaid(name, reader)) : []);
  const [first, ...others] = rivals;
  for (const name of others) reader.problem(name, `must not be given together with \`${first}\``);
  if (mode !== null) checkMissing(use, reader);
  for (const name of INPUT_NAMES) {
    const input: Input = INPUTS[name];
    if (input.says === 'how' || input.usedBy.includes(use) || rivals.has(name) || !isSaid(name, reader)) continue;
    reader.refuse(name, whyUnused(name, input, use));
  }
}

/** The runner passes defaults as if they were set. */
function isSaid(name: InputName, { given }: Given): boolean {
  return given(name) !== '' && given(name) !== INPUTS[name].default;
}

function checkMissing(use: Use, { given, problem }: InputReader): void {
  if ((use === 'plan' || use === 'check' || use === 'accept') && given('manifest') === '') {
    problem('manifest', `must be given with \`mode: ${use}\``, null);
  }
  const described: readonly InputName[] = ['prompt', 'prompt-file', 'parameters', 'files'];
  if (use === 'model' && described.every((name) => given(name) === '')) {
    problem(
      'prompt',
      'must be given (or `prompt-file`, `manifest` or `collect`; models that take no prompt need `parameters` or `files`, ComfyUI graphs `deployment`)',
      null,
    );
  }
}

/** A clause. */
function whyUnused(name: InputName, input: MadeInput, use: Use): string {
  const isOfManifest = input.usedBy.includes('manifest');
  if (isOfManifest && (use === 'model' || use === 'deployment'))
    return 'must be given with `manifest`, whose ids it selects';
  if (use === 'model') return 'must be given with `deployment`, the id of the deployment that runs it';
  if (use === 'deployment')
    return 'must not be given with `deployment`: it is an input of models; set it in `overrides` or `parameters` instead';
  if (use === 'collect') return 'must not be given with `collect`, which generates nothing';
  if (use === 'cleanup') return 'must not be given with `mode: cleanup`, which makes nothing';
  const chosen = use === 'manifest' ? '`manifest`' : `\`mode: ${use}\``;
  if (input.says === 'which') return `must not be given with ${chosen}, which does not use it`;
  if (input.isManifestKey) return `must not be given with ${chosen}: write \`${name}\` in the manifest instead`;
  if (input.parameter !== undefined)
    return `must not be given with ${chosen}: write \`${input.parameter}\` in \`parameters\` of the manifest instead`;
  return `must not be given with ${chosen}: the manifest lists each image`;
}
