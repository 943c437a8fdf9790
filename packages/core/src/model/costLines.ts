import type { Cost, Scenario } from '@percall/scenario';
import type { CostCategory, LeafIndex, ModelCostLine } from './model.ts';

type Quantity = ModelCostLine['quantity'];

/**
 * The priced lines of a scenario, in category order. Wages, overtime, on-costs, management and penalties follow from
 * agent groups and targets and have no line here.
 */
export function compileCostLines(scenario: Scenario, leaf: (leaf: Cost['amount']) => LeafIndex): ModelCostLine[] {
  const lines: ModelCostLine[] = [];
  const add = (line: string, category: CostCategory, cost: Cost, perMinute: Quantity = 'telephonyMinutes'): void => {
    lines.push({
      line,
      category,
      amount: leaf(cost.amount),
      basis: cost.basis,
      step: cost.step ? { of: cost.step.of } : null,
      quantity: quantityOf(cost, category, perMinute),
    });
  };
  const addAll = (name: CostCategory, costs: readonly Cost[]): void =>
    costs.forEach((cost, index) => add(costs.length === 1 ? name : `${name}[${index}]`, name, cost));

  const { costs, levers } = scenario;
  addAll('telephony', costs.telephony);
  const { accepts, costPerAttempt } = levers.callback;
  if (accepts.distribution.family !== 'certain' || accepts.distribution.value !== 0) add('callback.attempts', 'telephony', costPerAttempt);
  add('ivr.minutes', 'ivr', levers.ivr.costPerMinute, 'ivrMinutes');
  add('ivr.platform', 'ivr', levers.ivr.platform);
  add('selfService.sessions', 'selfService', levers.selfService.costPerSession);
  add('selfService.platform', 'selfService', levers.selfService.platform);
  addAll('technology', costs.technology);
  addAll('softwareLicences', costs.softwareLicences);
  add('softwareLicences.lever', 'softwareLicences', levers.software.licence);
  addAll('officeSpace', costs.officeSpace);
  addAll('officeComputing', costs.officeComputing);
  addAll('chat', costs.chat);
  addAll('hiring', costs.hiring);
  addAll('taxes', costs.taxes);
  for (const cause of levers.rootCause) add(`rootCause.${cause.contactType}`, 'oneOff', cause.oneOff);
  if (scenario.oneOff) add('oneOff', 'oneOff', scenario.oneOff);
  addAll('miscellaneous', costs.miscellaneous);
  return lines;
}

function quantityOf(cost: Cost, category: CostCategory, perMinute: Quantity): Quantity {
  switch (cost.basis.on) {
    case 'minute':
      return perMinute;
    case 'contact':
      if (cost.basis.of !== undefined) return `${cost.basis.of}Contacts`;
      // A telephone company knows of calls, a messaging service of chats; everybody else of contacts.
      return category === 'telephony' ? 'phoneContacts' : category === 'chat' ? 'chatContacts' : 'handledContacts';
    case 'session':
      return 'selfServiceSessions';
    case 'attempt':
      return 'callbackAttempts';
    default:
      return null;
  }
}
