/** Names and notes of the presets that people read, in Arabic. Numbers stand in them as they do in English. */
const arabic: Readonly<Record<string, string>> = {
  'Telecom, peak season': 'شركة اتصالات، موسم الذروة',
  '620k calls reach the IVR in a month; 22% end there and 484k ask for an agent. The peak brings 30% more and takes 6% longer.':
    'تصل 620 ألف مكالمة شهريًا إلى الرد الصوتي التفاعلي؛ تنتهي فيه 22% منها وتطلب 484 ألفًا وكيلًا. يزيد الموسم عددها 30% ومدتها 6%.',
  'Peak season, roster locked': 'موسم الذروة، جدول المناوبات ثابت',
  'The season comes and nothing is done about it.': 'يأتي الموسم ولا يُتخذ حياله شيء.',
  'Peak season, re-planned': 'موسم الذروة، جدول معاد تخطيطه',
  'The roster is planned for the season.': 'يُخطط جدول المناوبات للموسم.',
  'Peak season, overtime': 'موسم الذروة، عمل إضافي',
  'Nobody is hired; up to 20% more hours are worked at time and a half.': 'لا يُوظَّف أحد؛ وتُعمل ساعات إضافية حتى 20% بأجر مرة ونصف.',
  'Peak season, agency hires': 'موسم الذروة، توظيف عبر وكالة',
  'An agency sends people within a week; they are trained for a week and need two more to be as fast. Overtime fills what is missing.':
    'ترسل الوكالة موظفين خلال أسبوع؛ يتدربون أسبوعًا ويحتاجون أسبوعين آخرين ليبلغوا سرعة غيرهم. ويسد العمل الإضافي ما ينقص.',
  'Peak season, callback': 'موسم الذروة، معاودة الاتصال',
  'Nothing else is done. Whoever would wait more than two minutes may be called back within two hours, when lines are free.':
    'لا يُفعل غير ذلك. من كان سينتظر أكثر من دقيقتين تُعرض عليه معاودة الاتصال خلال ساعتين متى خفّ الضغط.',
  'Peak season, more containment': 'موسم الذروة، احتواء أكثر',
  'A better IVR takes part of the season.': 'رد صوتي تفاعلي أفضل يتحمل جزءًا من الموسم.',

  'Bank, IVR verification': 'بنك، التحقق في الرد الآلي',
  '240k calls reach the IVR in a month; 28% end there and 173k ask for an agent, who spends 42 s on identifying the caller.':
    'تصل 240 ألف مكالمة شهريًا إلى الرد الصوتي التفاعلي؛ تنتهي فيه 28% منها وتطلب 173 ألفًا وكيلًا يقضي 42 ثانية في التحقق من المتصل.',
  'IVR verification': 'التحقق في الرد الآلي',
  'Automated identification is offered to the 68% of callers who need to be identified.':
    'يُعرض التحقق الآلي على 68% من المتصلين، وهم من يلزم التحقق منهم.',
  "The vendor's promise": 'وعد المورّد',
  'The same, had nine in ten callers succeeded.': 'الأمر نفسه لو نجح تسعة من كل عشرة متصلين.',
  'Verification, staff by attrition': 'التحقق، تقليص بترك العمل',
  'Nobody is let go; those who leave are not replaced until the roster fits.': 'لا يُستغنى عن أحد؛ ومن يترك العمل لا يُعوَّض حتى يناسب الجدول.',
  'Verification, roster locked': 'التحقق، جدول المناوبات ثابت',
  "The same minutes are saved, and nobody's hours are changed.": 'تُوفَّر الدقائق نفسها ولا تتغير ساعات أحد.',

  'Retailer, callbacks': 'متجر تجزئة، معاودة الاتصال',
  '90k calls and 25k chats in a month, most of them late in the day.': '90 ألف مكالمة و25 ألف دردشة شهريًا، معظمها آخر النهار.',
  'Callbacks, roster locked': 'معاودة الاتصال، جدول المناوبات ثابت',
  'Whoever would wait more than a minute may be called back within the hour; 35% accept, and the first try reaches 80% of them.':
    'من كان سينتظر أكثر من دقيقة تُعرض عليه معاودة الاتصال خلال ساعة؛ يقبل 35%، وتصل المحاولة الأولى إلى 80% منهم.',
  'Callbacks for the peak': 'معاودة الاتصال بدل وكلاء الذروة',
  'Callbacks instead of peak staff. The roster is planned for 60% in 20 seconds, and callbacks are to take the rest.':
    'معاودة الاتصال بدل وكلاء الذروة. يُخطط الجدول لنسبة 60% خلال 20 ثانية، وعلى المعاودة أن تتحمل الباقي.',
  'Fewer agents, no callbacks': 'وكلاء أقل، دون معاودة الاتصال',
  'The same smaller roster without callbacks, to tell what the roster does from what they do.':
    'الجدول الأصغر نفسه دون معاودة الاتصال، لتمييز أثر الجدول من أثرها.',

  'SaaS support': 'دعم برمجيات كخدمة',
  '18k e-mails, 12k chats and 3,500 calls in a month. A help centre would answer some of them before anyone writes.':
    '18 ألف بريد و12 ألف دردشة و3,500 مكالمة شهريًا. ومركز مساعدة قد يجيب عن بعضها قبل أن يكتب أحد.',
  'Help centre, by its own count': 'مركز المساعدة، بحسابه هو',
  '30% look there first and half of them leave again. It counts 15% as deflected, as if nobody came back.':
    'يبدأ 30% به ويغادره نصفهم. فيحسب أنه حوّل 15%، وكأن أحدًا لا يعود.',
  'Help centre': 'مركز المساعدة',
  'A third of those who left come back within three days, so that 10% are deflected.':
    'يعود ثلث من غادروا خلال ثلاثة أيام، فيكون المحوَّل 10%.',
  'Help centre, roster locked': 'مركز المساعدة، جدول المناوبات ثابت',
  "The same contacts less, and nobody's hours are changed.": 'تنقص الاتصالات نفسها ولا تتغير ساعات أحد.',

  'Public-sector line': 'خط خدمة حكومي',
  '150k calls ask for an agent in a month; the budget pays 211 full-time agents, however many call.':
    'تطلب 150 ألف مكالمة وكيلًا شهريًا؛ وتدفع الميزانية أجور 211 وكيلًا بدوام كامل مهما كثر المتصلون.',
  'Staffed to the target': 'عدد يحقق الهدف',
  'What it costs to answer as the target asks.': 'تكلفة الرد كما يطلب الهدف.',
  'A tenth fewer agents': 'وكلاء أقل بالعُشر',
  'The budget is cut, and the cost per need falls again.': 'تُخفض الميزانية فتنخفض التكلفة لكل حاجة مرة أخرى.',

  'Outsourcer, many skills': 'شركة تعهيد، مهارات متعددة',
  'Three clients, each with a team of its own. Agents who can also take the calls of the other two would be paid 4% more and take 5% longer over them.':
    'ثلاثة عملاء لكل منهم فريق. ومن يتعلم تلقي مكالمات العميلين الآخرين أيضًا يزيد أجره 4% وتطول عليه مكالماتهما 5%.',
  '15% cross-skilled': '15% متعددو المهارات',
  "One agent in seven learns the other two clients' calls.": 'يتعلم واحد من كل سبعة وكلاء مكالمات العميلين الآخرين.',
  '30% cross-skilled': '30% متعددو المهارات',
  'Nearly one in three.': 'نحو واحد من كل ثلاثة.',
  'All cross-skilled': 'الجميع متعددو المهارات',
  'One pool.': 'فريق واحد.',

  'Airline, disruption': 'شركة طيران، اضطراب الرحلات',
  '180k calls in a usual month, round the clock; a storm more than doubles three days of them.':
    '180 ألف مكالمة في الشهر المعتاد على مدار الساعة؛ وعاصفة ترفعها في ثلاثة أيام إلى أكثر من الضعف.',
  'Storm, roster locked': 'عاصفة، جدول المناوبات ثابت',
  'Nobody comes in who was not on the roster.': 'لا يأتي أحد من خارج الجدول.',
  'Storm, overtime': 'عاصفة، عمل إضافي',
  'Those on the roster work up to 25% more in the week of the storm.': 'يعمل من في الجدول حتى 25% أكثر في أسبوع العاصفة.',
  'Storm, as if foreseen': 'عاصفة، كأنها متوقعة',
  'What it would have taken to keep the target on those days.': 'ما كان يلزم لتحقيق الهدف في تلك الأيام.',

  'Health, open enrolment': 'تأمين صحي، موسم التسجيل',
  '95k calls in a usual month; open enrolment brings 2.1 times as many from its fifth week on.':
    '95 ألف مكالمة في الشهر المعتاد؛ ويجلب التسجيل 2.1 ضعفها منذ الأسبوع الخامس.',
  'Open enrolment, roster locked': 'موسم التسجيل، جدول المناوبات ثابت',
  'The usual roster meets the peak.': 'يواجه الجدول المعتاد الذروة.',
  'Open enrolment, hired for its first day': 'موسم التسجيل، توظيف ليومه الأول',
  'Decided four weeks before. New agents come on the first day and need six weeks to be as fast as others.':
    'يتقرر قبله بأربعة أسابيع. يبدأ الوكلاء الجدد في اليوم الأول ويحتاجون ستة أسابيع ليبلغوا سرعة غيرهم.',
  'Open enrolment, hired two weeks late': 'موسم التسجيل، توظيف متأخر أسبوعين',
  'Decided two weeks before.': 'يتقرر قبله بأسبوعين.',
  'Open enrolment, re-planned': 'موسم التسجيل، جدول معاد تخطيطه',
  'Staff for the peak, had they been hired and trained in time.': 'وكلاء للذروة لو وُظِّفوا ودُرِّبوا في الوقت المناسب.',

  'Gulf e-commerce': 'متجر إلكتروني خليجي',
  'Ramadan. 60k calls, 40k WhatsApp messages and 6k e-mails in a month, most of them at night; the working day has six hours.':
    'رمضان. 60 ألف مكالمة و40 ألف رسالة واتساب و6 آلاف بريد شهريًا، معظمها ليلًا؛ ويوم العمل ست ساعات.',
  'A third of the calls to messaging': 'ثلث المكالمات إلى المراسلة',
  'Messages take twice as long, and an agent has four of them in hand at most.':
    'تستغرق الرسائل ضعف الوقت، وبيد الوكيل أربع منها على الأكثر.',
  'Six chats at a time': 'ست محادثات معًا',
  'The same, and an agent has six in hand at most.': 'الأمر نفسه، وبيد الوكيل ست منها على الأكثر.',
  'Chats that stretch more': 'محادثات تطول أكثر',
  'The same as the first, had each further chat made the others 40% longer instead of 25%.':
    'كالبديل الأول لو أطالت كل محادثة إضافية غيرها 40% بدل 25%.',

  'IT help desk': 'مكتب دعم تقني',
  '5,200 calls and 2,600 tickets in a month, for eleven seats.': '5,200 مكالمة و2,600 تذكرة شهريًا لأحد عشر مقعدًا.',
  'One agent fewer': 'وكيل أقل',
  'One seat stays empty all month.': 'يبقى مقعد خاليًا طوال الشهر.',
  'Two agents fewer': 'وكيلان أقل',
  'And another one.': 'ومقعد آخر.',
};

const wageNote = /^([\d.]+) today and a rise of 3% expected$/;

/** A preset with its names and notes in Arabic. What has no Arabic (names of events, by which paths go) stays as it is. */
export const inArabic = (text: string): string =>
  text.replace(/\b(name|note): (.*?)(?=(?: \})+$|$)/gm, (whole, key: string, english: string) => {
    const wage = wageNote.exec(english)?.[1];
    const said = wage === undefined ? arabic[english] : `${wage} اليوم وزيادة متوقعة قدرها 3%`;
    return said === undefined ? whole : `${key}: ${said}`;
  });
