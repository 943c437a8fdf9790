import type { Fields, Options } from './fieldsInArabic.ts';

/** What a roster does when something changes. */
export const responses: Options = { locked: 'مثبّت', 're-plan': 'أُعيد تخطيطه', transition: 'في مرحلة انتقالية' };

export const staffing: Fields = {
  staffing: ['تخطيط القوى العاملة', 'كم عدد الوكلاء وكيف يُخطَّط لهم.'],
  'staffing.plan': [
    'الخطة',
    '{to target}: تُخطَّط لبلوغ المستهدفات؛ {roster}: عدد الوكلاء معطى لكل فترة؛ {headcount}: العدد بمكافئ الدوام الكامل معطى ويوزَّع حسب الحجم.',
    { 'to target': 'مخططة لبلوغ المستهدفات', roster: 'كما في جدول المناوبات', headcount: 'من أعداد الوكلاء' },
  ],
  'staffing.response': [
    'استجابة التخطيط',
    'كيف يستجيب تخطيط القوى العاملة للتغيير: {locked} يُبقي جدول المناوبات، و{re-plan} يعيد التخطيط، و{transition} ينتقل من جدول إلى آخر أسبوعًا بعد أسبوع.',
    responses,
  ],
  'staffing.forecastError': ['خطأ التنبؤ', 'معامل الاختلاف لتنبؤات المخطِّط، لكل أسبوع ونوع اتصال.'],
  'staffing.scheduleEfficiency': [
    'كفاءة الجدولة',
    'الساعات المطلوبة مقسومة على المجدولة: ما يضيع بسبب المناوبات والأعداد الصحيحة والحد الأدنى من الوكلاء.',
  ],
  'staffing.maxOccupancy': ['أقصى نسبة إشغال', 'تترك الخطة للوكلاء هذا المتسع على الأقل بين الاتصالات.'],
  'staffing.minimumAgents': ['الحد الأدنى للوكلاء', 'عدد الوكلاء الذي لا تقل عنه أي فترة عمل في الخطة.'],
  'staffing.hoursPerWeek': ['الساعات في الأسبوع', 'الساعات المدفوعة لوكيل واحد بدوام كامل في الأسبوع.'],
  'staffing.roster': ['جدول المناوبات', 'الوكلاء في الخدمة حسب المجموعة، مع {plan: roster}.'],
  'staffing.roster.*': [
    'جدول مناوبات المجموعة',
    'الوكلاء في الخدمة لكل يوم من الأسبوع: رقم واحد، أو رقم لكل فترة من اليوم كله أو من ساعات عمله.',
  ],
  'staffing.headcount': ['أعداد الوكلاء', 'الوكلاء بدوام كامل حسب المجموعة، مع {plan: headcount}.'],
  'staffing.headcount.*': ['عدد الوكلاء', 'مكافئ الدوام الكامل (FTE) على كشف الرواتب.'],
  'staffing.people': ['حركة الوكلاء', 'بأي سرعة يمكن أن يتغير عدد الوكلاء.'],
  'staffing.people.attrition': [
    'معدل الدوران الوظيفي',
    'نسبة الوكلاء الذين يتركون العمل خلال سنة. ويحل محلهم غيرهم، إلا إذا زاد العدد مع {response: transition}.',
  ],
  'staffing.people.hireLag': ['مهلة التوظيف', 'من القرار إلى أول يوم عمل. يُستخدم مع {response: transition}.'],
  'staffing.people.training': ['التدريب', 'الوقت المدفوع قبل أول اتصال. يُستخدم مع {response: transition}.'],
  'staffing.people.ramp': [
    'اكتساب السرعة',
    'الوقت حتى يصبح الوكيل الجديد بسرعة الآخرين، بدءًا من نصف سرعتهم. يُستخدم مع {response: transition}.',
  ],
  'staffing.people.overtime': ['العمل الإضافي', 'ساعات فوق ساعات العقد.'],
  'staffing.people.overtime.max': ['أقصى عمل إضافي', 'نسبةً إلى الساعات المدفوعة، ما دام عدد الوكلاء ناقصًا مع {response: transition}.'],
  'staffing.people.overtime.premium': ['علاوة العمل الإضافي', 'فوق الأجر.'],
  'staffing.people.severance': [
    'تعويض إنهاء الخدمة',
    'يُدفع مرة واحدة عن كل وكيل يُستغنى عنه. وبدونه لا يُستغنى عن أحد مع {response: transition}، ويقل العدد الزائد بترك العمل وحده.',
  ],
};
