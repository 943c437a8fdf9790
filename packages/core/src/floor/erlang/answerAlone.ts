import type { FloorInput } from '../floorInput.ts';
import { agentField } from '../outcome.ts';
import { queueFields } from './intervalQueue.ts';
import type { Page } from './page.ts';
import { answerInterval, endInterval } from './roughLine.ts';
import { onDuty } from './runInterval.ts';
import type { TeamFloor } from './teamFloor.ts';
import type { Team } from './teams.ts';

/** An interval answered at once of a plain team that has no deferred work beside: all that `runInterval` comes to there. */
export function answerAlone(page: Page, floor: TeamFloor, input: FloorInput, team: Team, now: number): void {
  const { arrivals, phone, chat, chatAgents, stretches } = floor;
  const { groups, calendar } = input.model;
  const sample = page.sample!;
  const sums = page.sums!.agentSeconds;
  const seconds = calendar.intervalSeconds;
  const row = now * groups.length;
  const handling = agentField.handling * groups.length;
  const idle = agentField.idle * groups.length;
  let forPhone = 0;
  let forChat = 0;
  let all = 0;
  for (let place = 0; place < team.groups.length; place++) {
    const present = input.agents[row + team.groups[place]!]!;
    all += present;
    if (team.servesPhone[place]) forPhone += present;
    if (team.servesChat[place]) forChat += present;
  }
  onDuty.all = all;
  onDuty.phone = forPhone;
  onDuty.chat = forChat;
  onDuty.held = 0;
  let busyPhone = 0;
  let busyChat = 0;
  if (team.phone.length > 0) {
    answerInterval(sample.phone, stretches.phone, phone, arrivals, input, team.phone, now, forPhone, null);
    endInterval(sample.phone, stretches.phone, phone, arrivals, team.phone);
    busyPhone = Math.min(phone.row[queueFields.busyAgents]!, forPhone);
    phone.inHand -= busyPhone * seconds;
  }
  if (team.chat.length > 0) {
    chatAgents!.agents = forChat;
    answerInterval(sample.chat, stretches.chat, chat, arrivals, input, team.chat, now, forChat, chatAgents);
    chatAgents!.agents = forChat;
    endInterval(sample.chat, stretches.chat, chat, arrivals, team.chat);
    busyChat = Math.min(chat.row[queueFields.busyAgents]!, forChat);
  }
  // No group of a plain team serves both.
  const ofPhone = forPhone > 0 ? busyPhone / forPhone : 0;
  const ofChat = forChat > 0 ? busyChat / forChat : 0;
  for (let place = 0; place < team.groups.length; place++) {
    const group = team.groups[place]!;
    const present = input.agents[row + group]! * seconds;
    const share = team.servesPhone[place] ? ofPhone : team.servesChat[place] ? ofChat : 0;
    sums[handling + group]! += present * share;
    sums[idle + group]! += present - present * share;
  }
}
