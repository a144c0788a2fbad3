import { Activity, Gauge, Weight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { ExamKeys, type LowerPane } from './exam/exam-keys.tsx';
import { KeyBadge } from './key-badge.tsx';
import { canRequest, type RequestState, requestState } from './model/request-state.ts';
import type { ConsultationView } from './view.ts';

/** The keys of the page, in the order of the cells above them. */
export const REQUEST_KEYS: readonly { readonly measure: Measure; readonly key: string }[] = [
  { measure: 'blood-pressure', key: '1' },
  { measure: 'oximetry', key: '2' },
  { measure: 'body-weight', key: '3' },
];

const ICONS: Record<Measure, ReactNode> = {
  'blood-pressure': <Gauge className="i" aria-hidden />,
  oximetry: <Activity className="i" aria-hidden />,
  'body-weight': <Weight className="i" aria-hidden />,
};

const useStateWords = (assistant: string) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  return (state: RequestState): string => {
    switch (state.state) {
      case 'asked':
      case 'accepted':
        return t(`request.${state.state}`, { name: assistant });
      case 'declined':
        return t('request.declined', { reason: staff.t(`skip-reason.${state.reason}`) });
      case 'none':
      case 'sending':
      case 'measuring':
      case 'done':
      case 'unavailable':
      case 'closed':
        return t(`request.${state.state}`);
      default:
        return assertNever(state);
    }
  };
};

/** One touch asks for a measure; the key then says how far it has come. */
export const RequestKeys = ({
  visit,
  state,
  actions,
  pane,
  onPane,
}: ConsultationView & { readonly pane: LowerPane; readonly onPane: (pane: LowerPane) => void }) => {
  const { t } = useTranslation('physician');
  const words = useStateWords(visit.assistant.givenName);
  return (
    <section className="card reqs" aria-label={t('request.title')}>
      <div className="hrow">
        <h2>{t('request.title')}</h2>
        <span className="mut">{t('request.lead')}</span>
      </div>
      <div className="rq">
        {REQUEST_KEYS.map(({ measure, key }) => {
          const request = requestState(measure, visit, state.sending);
          const free = canRequest(request);
          const off = request.state === 'unavailable' || request.state === 'closed';
          const told = words(request);
          const name = t(`request.name.${measure}`);
          return (
            <Button
              key={measure}
              off={off}
              pressed={!free && !off}
              onPress={() => {
                if (free) actions.request(measure);
              }}
            >
              {ICONS[measure]}
              <span className="two-lines">
                <span>
                  {name}
                  {/* Heard between the two, seen by nobody: they stand on two lines. */}
                  <span className="comma">{','}</span>
                </span>
                <small>{told}</small>
              </span>
              <KeyBadge name={key} />
            </Button>
          );
        })}
      </div>
      <ExamKeys visit={visit} pane={pane} onPane={onPane} />
    </section>
  );
};
