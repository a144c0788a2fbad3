/** A talk of patient and physician alone, as the patient reads it in Modern Standard Arabic. */
export const privacy = {
  patient: {
    ask: 'التحدث على انفراد',
    alone: 'أنتم وحدكم مع الطبيب',
    'alone-lead': '{{name}} في الخارج دون رؤية شيء. «مساعدة» للاستدعاء.',
    asked: 'خروج {{name}} بعد قليل. لحظة.',
    out: '{{name}} في الخارج، والشاشة هناك لا تُظهر شيئًا.',
    withdraw: 'إلغاء',
    back: 'استدعاء {{name}} من جديد',
    'return-title': 'طلب عودة من {{name}}',
    'return-lead': 'ما دام جوابكم لا، لا تصل صورتكم ولا صوتكم إلى {{name}}.',
    'return-yes': 'نعم، يمكن عودة {{name}}',
    'return-no': 'لا، ليس بعد',
    'over-title': 'لم تعودوا وحدكم',
    over: {
      'let-in': 'عودة {{name}} بطلب من الطبيب.',
      declined: 'لا يمكن الآن خروج {{name}}. أخبروا الطبيب إن كان ذلك يزعجكم.',
      withdrawn: 'بقاء {{name}} بالقرب منكم.',
      emergency: 'عودة {{name}} بسبب حالة الطوارئ.',
      help: 'عودة {{name}} لأنكم طلبتم المساعدة.',
      'physician-gone': 'الطبيب لم يعد موجودًا. عودة {{name}} بالقرب منكم.',
      closed: 'انتهت الاستشارة. عودة {{name}} بالقرب منكم.',
    },
    'declined-title': 'غير ممكن الآن',
    understood: 'حسنًا',
  },
};
