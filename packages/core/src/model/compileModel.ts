import type { ContactType, HandleTime, Leaf, Patience, Scenario } from '@percall/scenario';
import { medianOf } from '../random/distributions/median.ts';
import type { DurationFamily } from '../random/durations/durationFamily.ts';
import type { DurationSpec } from '../random/durations/durationLaw.ts';
import { arrivalProfile, compileCalendar, dayNumber } from './calendar.ts';
import { compileCostLines } from './costLines.ts';
import type { Inversion, LeafIndex, Model, ModelCalendar, ModelContactType, ModelFloor, ModelLeaf, ModelTargets } from './model.ts';

type Register = (leaf: Leaf) => LeafIndex;

/**
 * A read scenario becomes a Model: calendar laid out, volumes spread over intervals, every number a leaf. Pure and deterministic.
 * `inversion` is what the baseline's reports mean (see `invertReports`); the baseline itself is first compiled with `asTyped`.
 */
export function compileModel(name: string, scenario: Scenario, inversion: Inversion): Model {
  const leaves: ModelLeaf[] = [];
  const indexOf = new Map<string, LeafIndex>();
  const register: Register = (leaf) => {
    const known = indexOf.get(leaf.path);
    if (known !== undefined) return known;
    const { path, distribution, support, role } = leaf;
    leaves.push({ path, distribution, support, role, class: leaf.class, central: medianOf(distribution, support) });
    indexOf.set(path, leaves.length - 1);
    return leaves.length - 1;
  };

  const calendar = compileCalendar(scenario);
  const profile = arrivalProfile(scenario, calendar);
  const { staffing, levers, costs } = scenario;
  const { verification } = levers.ivr;
  const body = {
    response: staffing.response as Model['response'],
    currency: scenario.currency,
    period: scenario.period,
    headline: scenario.headline,
    calendar,
    contactTypes: scenario.contactTypes.map((type) => compileContactType(scenario, calendar, profile, type, register)),
    groups: scenario.agents.map((group) => ({
      name: group.name,
      contactTypes: group.skills.map(({ contactType }) => scenario.contactTypes.findIndex((type) => type.name === contactType)),
      wage: register(group.wage),
      onCost: register(group.onCost),
      shrinkage: group.shrinkage.map(({ share }) => register(share)),
    })),
    staffing: {
      forecastError: register(staffing.forecastError),
      scheduleEfficiency: register(staffing.scheduleEfficiency),
      maxOccupancy: register(staffing.maxOccupancy),
      minimumAgents: staffing.minimumAgents,
      hoursPerWeek: staffing.hoursPerWeek,
      attrition: register(staffing.people.attrition),
      overtimePremium: register(staffing.people.overtime.premium),
    },
    targets: compileTargets(scenario, register),
    ivr: {
      time: register(levers.ivr.time),
      hangUps: register(levers.ivr.hangUps),
      verification: {
        offeredTo: register(verification.offeredTo),
        success: register(verification.success),
        saves: register(verification.saves),
        failureAdds: register(verification.failureAdds),
      },
    },
    software: {
      handleTime: register(levers.software.handleTime),
      firstContactResolution: register(levers.software.firstContactResolution),
    },
    management: costs.management && {
      oneFor: register(costs.management.oneFor),
      wage: register(costs.management.wage),
      onCost: register(costs.management.onCost),
    },
    costLines: compileCostLines(scenario, register),
    penalty: costs.penalties && {
      serviceLevelBelow: register(costs.penalties.serviceLevelBelow),
      amount: register(costs.penalties.cost.amount),
      per: costs.penalties.cost.basis.on === 'period' ? costs.penalties.cost.basis.per : scenario.period,
    },
    investmentYears: scenario.investment.years,
  };
  return {
    name,
    ...body,
    leaves,
    inversion,
  };
}

/** The inversion that takes every report at its word: needs are the typed volume, handle times the typed mean. */
export function asTyped(contactTypes: number): Inversion {
  return {
    needsPerTypedContact: new Float64Array(contactTypes).fill(1),
    handleTimeFactor: new Float64Array(contactTypes).fill(1),
    selfServiceTries: new Float64Array(contactTypes),
    selfServiceSucceeds: new Float64Array(contactTypes),
  };
}

function compileContactType(
  scenario: Scenario,
  calendar: ModelCalendar,
  profile: Float64Array,
  type: ContactType,
  register: Register,
): ModelContactType {
  const handleTime = type.handleTime.phone!;
  const patience = type.patience.phone!;
  const byType = <T extends { readonly contactType: string }>(list: readonly T[]): T | undefined =>
    list.find(({ contactType }) => contactType === type.name);
  const selfService = byType(scenario.levers.selfService.byContactType);
  const containment = byType(scenario.levers.ivr.containment);
  const rootCause = byType(scenario.levers.rootCause);
  const start = dayNumber(scenario.horizon.start);
  const events = Array.from({ length: calendar.days }, (_, day) =>
    scenario.calendar.events.filter(({ from, to, contactTypes }) => {
      const date = start + calendar.dayOffset[day]!;
      return date >= dayNumber(from) && date <= dayNumber(to) && (contactTypes === null || contactTypes.includes(type.name));
    }),
  );
  return {
    name: type.name,
    group: scenario.agents.findIndex(({ skills }) => skills.some(({ contactType }) => contactType === type.name)),
    volume: register(type.volume),
    counted: type.counted,
    profile,
    eventVolume: events.map((inForce) => inForce.map(({ volume }) => register(volume))),
    eventHandleTime: events.map((inForce) => inForce.map((event) => register(event.handleTime))),
    dayToDay: register(type.variation.dayToDay),
    shared: register(type.variation.shared),
    withinDay: register(type.variation.withinDay),
    handleTime: {
      mean: register(handleTime.mean),
      afterContactWork: register(handleTime.afterContactWork),
      cv: register(handleTime.cv),
      law: lawOfHandleTime(handleTime),
    },
    patience: { mean: register(patience.mean), balk: register(patience.balk), law: lawOfPatience(patience) },
    firstContactResolution: { value: register(type.firstContactResolution.value), measured: type.firstContactResolution.measured },
    repeat: { share: register(type.repeat.share), after: register(type.repeat.after), handleTime: register(type.repeat.handleTime) },
    redial: { share: register(type.redial.share), after: register(type.redial.after) },
    difficulty: { selfService: register(type.difficulty.selfService), containment: register(type.difficulty.containment) },
    selfService: selfService
      ? {
          tries: register(selfService.tries),
          succeeds: register(selfService.succeeds),
          failureAdds: register(selfService.failureAdds),
          returnsWithin72h: register(selfService.returnsWithin72h),
        }
      : null,
    containment: containment ? register(containment.share) : null,
    rootCauseVolume: rootCause ? register(rootCause.volume) : null,
  };
}

function lawOfHandleTime({ family, shape, values }: HandleTime): DurationFamily {
  switch (family) {
    case 'erlang':
      return { family, phases: shape! };
    case 'empirical':
      return { family, values: values! };
    case 'exponential':
    case 'deterministic':
      return { family };
    default:
      return { family };
  }
}

function lawOfPatience({ family, shape }: Patience): DurationSpec {
  switch (family) {
    case 'weibull':
      return { family, shape: shape! };
    case 'lognormal':
    case 'hyperexponential':
      return { family, cv: shape! };
    default:
      return { family };
  }
}

function compileTargets(scenario: Scenario, register: Register): ModelTargets {
  const { targets } = scenario;
  const serviceLevel = targets.serviceLevel.phone;
  const abandonment = targets.abandonment.phone;
  const floors: ModelFloor[] = [];
  const set = (kpi: string, bounds: Partial<Record<ModelFloor['side'], Leaf | null>> | null, tolerance: number): void => {
    for (const side of ['atLeast', 'atMost'] as const) {
      const leaf = bounds?.[side];
      if (leaf) floors.push({ kpi, side, value: register(leaf), tolerance });
    }
  };
  set('serviceLevel.phone', serviceLevel && { atLeast: serviceLevel.atLeast }, targets.tolerance.serviceLevel);
  set('abandonment.phone', abandonment, targets.tolerance.abandonment);
  set('asa.phone', targets.speedOfAnswer, targets.tolerance.speedOfAnswerSeconds);
  set('occupancy.phone', targets.occupancy, 0);
  set('fcr.phone', targets.firstContactResolution, 0);
  return {
    serviceLevel: serviceLevel && {
      atLeast: register(serviceLevel.atLeast),
      withinSeconds: register(serviceLevel.withinSeconds),
      rule: serviceLevel.rule,
    },
    abandonmentAtMost: abandonment?.atMost ? register(abandonment.atMost) : null,
    speedOfAnswerAtMost: targets.speedOfAnswer?.atMost ? register(targets.speedOfAnswer.atMost) : null,
    floors,
    chance: targets.chance,
  };
}
