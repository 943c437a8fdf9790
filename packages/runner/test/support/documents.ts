import { applyChanges, checkDocument, parseScenario, presetText, type Json, type ScenarioDocument } from '@percall/scenario';

const small = `
percall: 1
name: Small line
currency: USD
period: week
horizon: { start: 2026-01-05, weeks: 1 }
calendar: { interval: 30 min, open: { mon-fri: '09:00-17:00' }, dayShape: flat }
contactTypes:
  service:
    volume: { low: 2700, likely: 3000, high: 3300 }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 300 s, cv: 1 } }
    patience: { phone: { mean: 3 min } }
agents:
  team: { skills: [service], wage: { low: 19 per h, likely: 20 per h, high: 22 per h }, onCost: 30%, shrinkage: 30% }
staffing: { maxOccupancy: 60% }
targets: { serviceLevel: { atLeast: 80%, within: 20 s } }
costs: { technology: 1200 per week }
levers:
  ivr:
    time: 20 s
    containment: { service: 10% }
    verification: { offeredTo: 0%, success: 60%, saves: 40 s, failureAdds: 10 s }
variants:
  - name: Verified
    changes: { levers.ivr.verification.offeredTo: 70% }
  - name: Locked
    changes: { levers.ivr.verification.offeredTo: 70%, staffing.response: locked }
  - name: Cheaper contract
    changes: { costs.technology: 900 per week }
replications: 64
seed: small
`;

/** Three models to run, one of them on the baseline's roster, and one variant in prices only: 0.2 ms a replication. */
export const smallDocument = (changes: Readonly<Record<string, Json>> = {}): ScenarioDocument => changed(parsed(small), changes);

/** The bank's baseline and three variants as they ship. */
export const bankDocument = (): ScenarioDocument => parsed(presetText('bank-ivr-verification')!);

function parsed(text: string): ScenarioDocument {
  const answer = parseScenario(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.document;
}

function changed(document: ScenarioDocument, changes: Readonly<Record<string, Json>>): ScenarioDocument {
  const answer = applyChanges(document, changes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const checked = checkDocument(answer.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}

/** The document with one of its variants changed further. */
export function withVariant(document: ScenarioDocument, name: string, changes: Readonly<Record<string, Json>>): ScenarioDocument {
  const variants = (document as unknown as { variants: { name: string; changes: Record<string, Json> }[] }).variants.map((variant) =>
    variant.name === name ? { ...variant, changes: { ...variant.changes, ...changes } } : variant,
  );
  const checked = checkDocument({ ...document, variants });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}
