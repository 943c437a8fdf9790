/** What planners call a field, beside its label, by the pattern of the field or of a group of fields. Each is found in both languages. */
export const searchWords: Readonly<Record<string, string>> = {
  currency: 'money, dollar, euro, riyal; نقود، ريال، دولار، يورو',
  'calendar.open': 'opening hours, business hours, working hours; أوقات العمل، أوقات الدوام، ساعات الدوام',
  headline: 'CPC cost per contact, cost per call, denominator; تكلفة الاتصال، تكلفة المكالمة',
  'contactTypes.*.volume': 'calls, contacts, demand, forecast, traffic, NCO; المكالمات، الطلب، عدد الاتصالات',
  'contactTypes.*.variation': 'peaks, busy days; الذروة',
  'contactTypes.*.handleTime': 'AHT, ATT, talk time, call duration; مدة المكالمة، زمن المعالجة',
  'contactTypes.*.handleTime.phone.afterContactWork': 'ACW, wrap-up, after-call work; ما بعد المكالمة',
  'contactTypes.*.patience': 'abandonment, hanging up; التخلي',
  'contactTypes.*.firstContactResolution': 'FCR, first call resolution; الحل من أول مكالمة',
  'contactTypes.*.repeat': 'FCR, repeat calls, call again; معاودة',
  'contactTypes.*.redial': 'retrials, retries; معاودة',
  'channels.phone.trunks': 'lines, circuits, capacity, busy signal; خطوط، سعة، مشغول',
  'agents.*.wage': 'salary, pay, hourly rate; راتب، رواتب',
  'agents.*.onCost': 'payroll tax, benefits, social security; تأمينات، مزايا',
  'agents.*.shrinkage': 'absence, absenteeism, breaks, leave, sickness, holidays; غياب، إجازات، استراحات',
  'staffing.plan': 'headcount, number of agents, roster; عدد الموظفين، عدد الوكلاء، أعداد الوكلاء',
  'staffing.headcount': 'number of agents, FTE; عدد الموظفين',
  'staffing.forecastError': 'accuracy, MAPE, WAPE; دقة التوقع',
  'staffing.scheduleEfficiency': 'shift fit, schedule inefficiency; الورديات',
  'staffing.maxOccupancy': 'OCC, utilisation, utilization, productivity; الإنتاجية',
  'staffing.hoursPerWeek': 'FTE, full time, contract hours; دوام كامل',
  'staffing.people.attrition': 'turnover, churn; دوران الموظفين',
  'levers.ivr': 'voice menu, auto attendant, voicebot; القائمة الصوتية',
  'levers.ivr.verification': 'ID&V, IDV, identification, authentication; التحقق من الهوية',
  'levers.ivr.containment': 'deflection, automation; التحويل',
  'levers.selfService': 'deflection, chatbot, bot, app, web, FAQ; تطبيق، روبوت المحادثة',
  'levers.rootCause': 'failure demand, demand reduction, avoidance; تقليل الاتصالات',
  'levers.software': 'CRM, knowledge base, agent assist, AI; قاعدة المعرفة، الذكاء الاصطناعي',
  'costs.telephony': 'carrier, toll, SIP, minutes; شركة الاتصالات',
  'costs.technology': 'ACD, CCaaS, cloud; السحابة',
  'costs.officeSpace': 'rent, real estate; إيجار',
  'costs.management': 'supervisors, team leads, span of control; مشرفون',
  'costs.hiring': 'recruitment, onboarding; استقطاب',
  'costs.penalties': 'SLA, service credits; غرامات التعاقد',
  investment: 'amortisation, depreciation, payback, ROI; إهلاك، استرداد',
  'variants[].oneOff': 'capex, investment, implementation, project cost; استثمار، تنفيذ',
  'targets.serviceLevel': 'SL, SLA, GOS, TSF, grade of service, 80/20; هدف الخدمة',
  'targets.abandonment': 'ABA, abandoned, lost calls; المكالمات الفائتة',
  'targets.speedOfAnswer': 'ASA, wait, waiting time; الانتظار',
  'targets.occupancy': 'OCC, utilisation, utilization; الإنتاجية',
};

const patterns = Object.keys(searchWords);
const isAround = (outer: string, pattern: string): boolean => pattern === outer || pattern.startsWith(`${outer}.`);

/** Whether a field is called so beside its label: `wanted` begins a word of what it is called. */
export function isCalled(pattern: string, wanted: string): boolean {
  const spaced = (text: string): string => ` ${text.toLocaleLowerCase().replace(/[;,،؛\s]+/g, ' ')}`;
  return patterns.some((outer) => isAround(outer, pattern) && spaced(searchWords[outer]!).includes(spaced(wanted)));
}
