import type { Must, Problem } from '@percall/scenario';
import type { Words } from './words/words.ts';

const longest = 60;

/**
 * What was given, as typed. Amounts stand bare ("140%"), names and text in quotes, groups as JSON cut at 60 characters;
 * control characters never reach a terminal.
 */
export function givenText(got: unknown, must: Must, words: Words): string {
  if (got === undefined || got === null) return words.problem.nothing;
  if (typeof got === 'number' || typeof got === 'boolean') return String(got);
  const aboutNames = must.rule === 'oneOf' || must.rule === 'known' || must.rule === 'kind' || must.rule === 'text';
  if (typeof got === 'string' && !aboutNames && /^[-+x\d.][\w .,%/+-]*$/.test(got)) return got;
  const json = JSON.stringify(got) ?? words.problem.nothing;
  return json.length > longest ? `${json.slice(0, longest - 3)}...` : json;
}

/** What a Problem without a path is about. */
function whole({ code, params: { must, got } }: Problem, words: Words): string {
  const key = must.rule === 'text' ? must.key : null;
  if (code === 'damaged' || key === 'newerLink') return words.problem.theLink;
  if (key === 'path') return givenText(got, must, words);
  return words.problem.theDocument;
}

/** One Problem as a sentence: where, what must hold, what was given; or the words that its code asks for. */
export function problemSentence(problem: Problem, words: Words): string {
  const { must, got, nearest, hint } = problem.params;
  const sentence = words.problem.sentence[problem.code]({
    where: problem.path === '' ? whole(problem, words) : problem.path,
    must: words.problem.must(must),
    got: givenText(got, must, words),
    nearest: nearest ?? null,
    hint: hint === undefined ? null : words.problem.hint(hint),
    rule: must,
    problem,
  });
  return problem.severity === 'warning' ? words.problem.warning(sentence) : sentence;
}
