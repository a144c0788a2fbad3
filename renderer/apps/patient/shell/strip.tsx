import type { LucideIcon } from 'lucide-react';

/** One quiet line between the head and the page: a help request on its way, a link that mends itself. */
export const Strip = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) => (
  <div className="strip" role="status">
    <Icon className="i" aria-hidden />
    <span>{children}</span>
  </div>
);
