import { PortraitDoctor } from './illustrations/portrait-doctor.tsx';
import { PortraitNurse } from './illustrations/portrait-nurse.tsx';
import { initialsOf } from './initials.ts';

type FaceProps = {
  readonly name: string;
  /** A drawn portrait, for people of the demonstration site; anyone else is shown by their initials. */
  readonly portrait?: 'nurse' | 'doctor' | undefined;
};

/** Who is there: a round portrait. The name always stands beside it in full. */
export const Face = ({ name, portrait }: FaceProps) => (
  <span className="face">
    {portrait === 'nurse' ? <PortraitNurse /> : null}
    {portrait === 'doctor' ? <PortraitDoctor /> : null}
    {portrait === undefined ? <span aria-hidden="true">{initialsOf(name)}</span> : null}
  </span>
);
