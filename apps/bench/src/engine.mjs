/**
 * The built engine of a checkout: its public packages, and the kernels inside core that no package exports.
 *
 * @param root URL of the checkout's root, with a slash at its end
 */
export async function loadEngine(root) {
  const load = (file) => import(new URL(`packages/${file}`, root));
  // First and alone, as whoever uses the package loads it: a module inside that is entered elsewhere may find others half loaded.
  const core = await load('core/dist/index.js');
  const [scenario, numeric, queue, floor, leverSteps, needs, onDuty, roster, ...random] = await Promise.all([
    load('scenario/dist/index.js'),
    load('numeric/dist/index.js'),
    load('core/dist/floor/erlang/intervalQueue.js'),
    load('core/dist/floor/erlang/instantFloor.js'),
    load('core/dist/frontDoor/leverSteps.js'),
    load('core/dist/frontDoor/longRunNeeds.js'),
    load('core/dist/people/onDuty.js'),
    load('core/dist/people/roster.js'),
    load('core/dist/random/sfc32.js'),
    load('core/dist/random/keyedStream.js'),
    load('core/dist/random/uniform.js'),
  ]);
  return {
    core,
    scenario,
    numeric,
    random: Object.assign({}, ...random),
    kernels: { ...queue, ...floor, ...leverSteps, ...needs, ...onDuty, ...roster },
  };
}

/** The checked document, or an end with its Problems. */
export function parseDocument({ scenario }, text) {
  const parsed = scenario.parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** The compiled study of a document, or an end with its Problems. */
export function compile({ core }, document) {
  const compiled = core.compileStudy(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}
