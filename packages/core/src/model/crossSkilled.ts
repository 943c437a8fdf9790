import type { AgentGroup, Scenario } from '@percall/scenario';
import { crossSkilledName } from './crossSkilledName.ts';

/** A group of agents as the engine has it: a group of the document, or one of the two parts of one. */
export interface CompiledGroup extends AgentGroup {
  /** Name in the document. */
  readonly of: string;
  readonly part: { readonly crossSkilled: boolean; readonly other: number } | null;
}

/** Whether some agents of a scenario are cross-skilled, in some world. */
export const isCrossSkilled = ({ levers }: Scenario): boolean => {
  const { distribution } = levers.routing.crossSkilled.share;
  return !(distribution.family === 'certain' && distribution.value === 0);
};

/**
 * Which scenarios have their groups in two parts: those with cross-skilled agents; and all, where a roster passes from one to another and some have them,
 * so that it has the same groups.
 */
export function inTwoParts(scenarios: readonly Scenario[]): readonly boolean[] {
  const own = scenarios.map(isCrossSkilled);
  const passed = own.some(Boolean) && scenarios.some(({ staffing }, index) => index > 0 && staffing.response !== 're-plan');
  return own.map((is) => is || passed);
}

/**
 * The groups of a scenario. In two parts, each is followed by its cross-skilled agents: they serve what it serves as it does, and what all other
 * groups serve at a level above their own, which for a plain list of skills is level 2.
 */
export function groupsOf(scenario: Scenario, inParts: boolean): readonly CompiledGroup[] {
  const { agents, levers } = scenario;
  if (!inParts) return agents.map((group) => ({ ...group, of: group.name, part: null }));
  const { handleTime } = levers.routing.crossSkilled;
  const isTrained = isCrossSkilled(scenario);
  const taken = new Set(agents.map(({ name }) => name));
  const taking = (name: string): string => {
    taken.add(name);
    return name;
  };
  return agents.flatMap((group, place): readonly CompiledGroup[] => {
    const { name, skills } = group;
    const own = new Set(skills.map(({ contactType }) => contactType));
    const level = 1 + Math.max(0, ...skills.map((skill) => skill.level));
    const others = [...new Set(agents.flatMap((other) => other.skills.map(({ contactType }) => contactType)))].filter(
      (type) => !own.has(type),
    );
    return [
      { ...group, of: name, part: { crossSkilled: false, other: 2 * place + 1 } },
      {
        ...group,
        name: taking(crossSkilledName(name, taken)),
        of: name,
        skills: isTrained ? [...skills, ...others.map((contactType) => ({ contactType, level, handleTime }))] : skills,
        part: { crossSkilled: true, other: 2 * place },
      },
    ];
  });
}
