import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import type { Pressing } from './use-press.ts'

/** Who is here. The family asks somebody to step out before it opens what they should not hear, and asks them back. */
export function AtTheTable({ page, meeting, pressing }: { page: MeetingPage; meeting: Meeting; pressing: Pressing }) {
  const { t } = useTranslation('meeting')
  const outside = meeting.waiting.filter((each) => each.state === 'asked_out')
  const answer = (person: string, what: string) => pressing.press(`people/${person}`, { answer: what })
  return (
    <div>
      <h3>{t('presentTitle')}</h3>
      {meeting.present.length === 0 && <p className="soft">{t('nobody')}</p>}
      <ul className="present">
        {meeting.present.map(({ id, initials, mark, name, calledName, service, role, kind }) => (
          <li key={id}>
            <Face initials={initials} mark={mark} small />
            <span>
              <bdi>{name}</bdi>
              {(service ?? role) && <span className="small soft">{service ?? (role && t(`role.${role}`))}</span>}
            </span>
            {page.iOpen && kind !== 'member' && (
              <Button look="quiet" icon="exit" onClick={() => answer(id, 'step_out')}>
                {t('stepOut', { name: calledName })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {outside.map(({ personId, name }) => (
        <p key={personId} className="row">
          <span className="soft">{t('outNow', { name })}</span>
          {page.iOpen && (
            <Button look="quiet" onClick={() => answer(personId, 'back')}>
              {t('back_in', { name })}
            </Button>
          )}
        </p>
      ))}
    </div>
  )
}
