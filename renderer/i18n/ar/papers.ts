/** Papers that the cabin prints, as the patient reads of them in Modern Standard Arabic. */
export const papers = {
  kind: {
    prescription: 'وصفة طبية',
    certificate: 'شهادة طبية',
    'sick-leave': 'إجازة مرضية',
    letter: 'وثيقة أخرى',
  },
  pages_zero: 'لا صفحات',
  pages_one: 'صفحة واحدة',
  pages_two: 'صفحتان',
  pages_few: '{{count}} صفحات',
  pages_many: '{{count}} صفحة',
  pages_other: '{{count}} صفحة',
  /** After the kind. */
  'and-pages': '، {{pages}}',
  patient: {
    eyebrow: 'أوراقكم',
    presence: {
      title: 'هل ما زلتم هنا لأخذ أوراقكم؟',
      lead: 'لا يُطبع شيء قبل جوابكم.',
      key: 'نعم، أنا هنا',
    },
    printing: {
      title: 'أوراقكم قيد الطباعة',
      lead: 'ابقوا جالسين. ستخرج الأوراق من الطابعة.',
    },
    stuck: {
      title: 'لم تخرج إحدى الأوراق',
      lead: 'الأمر بين يدي {{name}}. لم يُفقد شيء.',
      key: 'استدعاء {{name}}',
    },
    take: {
      title: 'خذوا أوراقكم',
      lead: 'إنها في الطابعة. تأكدوا من أنها تحمل اسمكم.',
      key: 'أخذتُ أوراقي',
    },
    state: {
      waiting: 'جاهزة للطباعة',
      printing: 'قيد الطباعة',
      printed: 'طُبعت',
      failed: 'لم تخرج بعد',
      'sent-otherwise': 'ستصلكم بطريقة أخرى',
      'not-wanted': 'لم تُطبع',
      'patient-left': 'لم تُطبع',
    },
  },
} as const;
