/** Whether somebody is still there, as the patient reads it in Arabic. */
export const attendance = {
  patient: {
    title: 'هل ما زلتم هنا؟',
    lead: 'لم يلمس أحد الشاشة منذ مدة. إن لم تجيبوا فسيأتي {{name}} ليطمئن.',
    coming: '{{name}} قادم ليطمئن عليكم.',
    here: 'نعم، أنا هنا',
    'away-title': 'هذه الزيارة محمية',
    'away-lead': 'لم يعد يظهر أي شيء. إن كانت زيارتكم فنادوا {{name}} بزر المساعدة.',
  },
};
