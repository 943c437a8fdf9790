import type { Fields } from './fieldsInArabic.ts';

const ivr: Fields = {
  'levers.ivr': ['الرد الصوتي التفاعلي (IVR)', 'الرد الآلي قبل طابور الانتظار، للهاتف.'],
  'levers.ivr.time': ['المدة في الرد الآلي', 'متوسط مدة المكالمة في الرد الآلي.'],
  'levers.ivr.costPerMinute': ['تكلفة دقيقة الرد الآلي', 'فوق تكلفة الاتصالات الهاتفية.'],
  'levers.ivr.platform': ['منصة الرد الآلي', 'الاشتراك أو التشغيل.'],
  'levers.ivr.hangUps': ['المنسحبون', 'نسبة المكالمات التي تنتهي في الرد الآلي دون مساعدة.'],
  'levers.ivr.verification': ['التحقق من هوية المتصل', 'يتحقق الرد الآلي من هوية المتصل قبل أن يفعل ذلك وكيل.'],
  'levers.ivr.verification.offeredTo': ['يُعرض على', 'نسبة المكالمات التي يُطلب فيها التحقق في الرد الآلي.'],
  'levers.ivr.verification.success': ['النجاح', 'نسبة من ينجح منهم.'],
  'levers.ivr.verification.saves': ['يوفّر', 'وقت الوكيل الذي يوفّره النجاح.'],
  'levers.ivr.verification.failureAdds': ['الإخفاق يضيف', 'وقت الوكيل الذي يضيفه الإخفاق.'],
  'levers.ivr.containment': ['نسبة الاحتواء', 'نسبة المكالمات الأولى التي ينهيها الرد الآلي بعد تلبية الحاجة، حسب نوع الاتصال.'],
  'levers.ivr.containment.*': [
    'نسبة الاحتواء',
    'نسبة المكالمات الأولى من هذا النوع التي ينهيها الرد الآلي بعد تلبية الحاجة. ونسبة المورّد من الجلسات أقل: فإعادة المحاولة والتكرار جلسات أيضًا.',
  ],
  'levers.ivr.unresponsiveCallers': ['المتصلون غير المستجيبين', 'مكالمات لا يتكلم فيها أحد: صامتة أو منقطعة أو آلية.'],
  'levers.ivr.unresponsiveCallers.share': ['النسبة', 'نسبة المكالمات التي لا يستجيب فيها المتصل.'],
  'levers.ivr.unresponsiveCallers.screened': ['المستبعدون', 'نسبة من ينهي الرد الآلي مكالماتهم قبل أن يجيب وكيل.'],
  'levers.ivr.unresponsiveCallers.falseDrops': ['المستبعدون خطأً', 'نسبة المتصلين الحقيقيين الذين تُنهى مكالماتهم بالخطأ.'],
  'levers.ivr.unresponsiveCallers.agentSeconds': ['وقت الوكيل', 'وقت الوكيل في المكالمة التي تصل إليه منها.'],
};

const callback: Fields = {
  'levers.callback': ['معاودة الاتصال', 'يُعرض على المنتظرين أن يُعاود الاتصال بهم.'],
  'levers.callback.offerWhen': ['العرض حسب', 'الانتظار المتوقع، أو عدد المتصلين في الطابور.'],
  'levers.callback.offerWhenWaitExceeds': ['العرض إذا تجاوز الانتظار', 'الانتظار المتوقع الذي تُعرض فوقه معاودة الاتصال.'],
  'levers.callback.offerWhenQueueExceeds': ['العرض إذا تجاوز الطابور', 'عدد المتصلين في الطابور الذي تُعرض فوقه معاودة الاتصال.'],
  'levers.callback.accepts': ['نسبة القبول', 'نسبة من يقبلون ممن يُعرض عليهم.'],
  'levers.callback.keepsPlace': ['الاحتفاظ بالدور', 'تحتفظ معاودة الاتصال بدورها في الطابور.'],
  'levers.callback.reserveIdle': ['الاحتياطي', 'الوكلاء المتفرغون الذين تتركهم معاودة الاتصال للمنتظرين.'],
  'levers.callback.attempts': ['عدد المحاولات', 'أقصى عدد للمكالمات.'],
  'levers.callback.retryAfter': ['المحاولة التالية بعد', 'الوقت بين محاولتين.'],
  'levers.callback.reached': ['نسبة الوصول', 'نسبة المحاولات التي يُجاب عنها.'],
  'levers.callback.dialSeconds': ['وقت الطلب', 'وقت الوكيل في كل محاولة قبل أن يجيب أحد.'],
  'levers.callback.promise': ['الوعد', 'المدة التي وُعد بمعاودة الاتصال خلالها.'],
  'levers.callback.costPerAttempt': ['تكلفة المحاولة', 'تكلفة الاتصال الهاتفي لمحاولة واحدة.'],
};

const routing: Fields = {
  'levers.routing': ['توجيه المكالمات (ACD)', 'كيف يرسل التوزيع التلقائي الاتصالات إلى المجموعات.'],
  'levers.routing.overflowAfter': ['الفائض بعد', 'الانتظار الذي تأخذ المجموعة بعده أيضًا ما هو لغيرها، حسب المجموعة.'],
  'levers.routing.overflowAfter.*': ['الفائض بعد', 'الانتظار الذي تُسأل بعده هذه المجموعة أيضًا.'],
  'levers.routing.crossSkilled': ['الوكلاء متعددو المهارات', 'وكلاء من كل مجموعة يمكنهم أيضًا خدمة أنواع اتصالات المجموعات الأخرى كلها.'],
  'levers.routing.crossSkilled.share': [
    'النسبة',
    'نسبة وكلاء كل مجموعة الذين يمكنهم أيضًا خدمة أنواع اتصالات المجموعات الأخرى، على قنواتهم، حين لا يكون أحد من تلك المجموعات متفرغًا.',
  ],
  'levers.routing.crossSkilled.handleTime': ['وقت معالجة اتصالات المجموعات الأخرى', 'مضاعف وقت معالجة ما يخدمونه للمجموعات الأخرى.'],
  'levers.routing.crossSkilled.wage': ['الأجر', 'مضاعف أجرهم.'],
  'levers.routing.misroute': ['التوجيه الخاطئ', 'نسبة المكالمات التي تصل إلى المجموعة الخطأ ثم تُحوَّل.'],
  'levers.routing.transferAdds': ['التحويل يضيف', 'وقت الوكيل في التحويل الواحد.'],
};

const selfService: Fields = {
  'levers.selfService': ['الخدمة الذاتية', 'موقع أو تطبيق أو روبوت محادثة قد يجرّبه العملاء أولًا، حسب نوع الاتصال.'],
  'levers.selfService.costPerSession': ['تكلفة الجلسة', 'لكل جلسة، لُبّيت الحاجة أم لم تُلبَّ.'],
  'levers.selfService.platform': ['منصة الخدمة الذاتية', 'الاشتراك أو التشغيل.'],
  'levers.selfService.*': ['الخدمة الذاتية لنوع اتصال', 'كم تُجرَّب وما ينتج عنها.'],
  'levers.selfService.*.tries': ['نسبة التجربة', 'نسبة الحاجات التي تجرّب الخدمة الذاتية أولًا.'],
  'levers.selfService.*.succeeds': ['نسبة النجاح', 'نسبة المحاولات التي تنتهي بتلبية الحاجة.'],
  'levers.selfService.*.failureAdds': ['الإخفاق يضيف', 'وقت الوكيل الذي يضاف بعد محاولة مخفقة.'],
  'levers.selfService.*.returnsWithin72h': ['العودة خلال {72} ساعة', 'نسبة ما بدا ناجحًا ثم عاد خلال {72} ساعة.'],
};

const software: Fields = {
  'levers.software': ['البرمجيات المتكاملة', 'واجهة عمل جديدة أو قاعدة معرفة أو مساعد للوكلاء.'],
  'levers.software.handleTime': ['التغيير في وقت المعالجة', 'التغيير في كل أوقات المعالجة.'],
  'levers.software.firstContactResolution': ['التغيير في الحل من أول اتصال', 'التغيير بالنقاط المئوية.'],
  'levers.software.licence': ['الترخيص', 'ترخيص هذه البرمجيات.'],
};

const rootCause: Fields = {
  'levers.rootCause': ['القضاء على السبب الجذري', 'إزالة سبب الاتصال، حسب نوع الاتصال.'],
  'levers.rootCause.*': ['السبب الجذري', 'التغيير المفرد هو الحجم.'],
  'levers.rootCause.*.volume': ['التغيير في الحجم', 'التغيير في حاجات هذا النوع: {-20%} تزيل خُمسها.'],
  'levers.rootCause.*.oneOff': ['تكلفة لمرة واحدة', 'تكلفة إزالة السبب.'],
};

export const levers: Fields = {
  levers: ['روافع التحسين', 'ما يمكن تغييره؛ وخط الأساس يذكر ما لديه منها. وما لم يُذكر فغير موجود.'],
  ...ivr,
  ...callback,
  ...routing,
  ...selfService,
  ...software,
  ...rootCause,
};
