import type { LucideIcon } from 'lucide-react';

/** Something that the person waits for besides the page. */
export type Notice = { readonly icon: LucideIcon; readonly text: string };

/** One quiet line in the head: a help request on its way, a link that mends itself. */
export const Strip = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) => (
  <div className="strip" role="status">
    <Icon className="i" aria-hidden />
    <span>{children}</span>
  </div>
);
