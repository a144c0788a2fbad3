/** What the patient sees of the physician, and why, in Modern Standard Arabic. */
export const quality = {
  reason: {
    bandwidth: 'الاتصال بطيء',
    loss: 'الاتصال يفقد البيانات',
    delay: 'الاتصال متأخر جدًا',
    freezes: 'الصورة كانت تتوقف',
    processor: 'الحاسوب مثقل جدًا',
    starting: 'الاتصال قيد التجربة',
    forced: 'اختيار الطبيب',
    shared: 'الاتصال مخصص للاستشارة',
    camera: 'الكاميرا لا تعطي صورة',
    'camera-off': 'الكاميرا مغلقة',
    off: 'الكاميرا والميكروفون مغلقان',
  },
  patient: {
    stills: 'تظهر الصورة لقطة بعد لقطة للحفاظ على جودة الصوت.',
    audio: 'الصورة متوقفة للحفاظ على جودة الصوت.',
    forced: 'أوقف الطبيب الصورة. هو يسمعكم.',
    off: 'أغلق الطبيب الكاميرا والميكروفون.',
    'camera-off': 'أغلق الطبيب الكاميرا. الصوت مستمر بينكم.',
    muted: 'أغلق الطبيب الميكروفون. هو يسمعكم.',
    smaller: 'الصورة أصغر: {{reason}}.',
  },
  still: 'صورة ثابتة، {{time}}',
};
