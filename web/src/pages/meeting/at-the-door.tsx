import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { areasInSentence } from './meeting-words.ts'
import type { Pressing } from './use-press.ts'

/** Who would like to come in: the leader lets into the room, the family alone to what is open. */
export function AtTheDoor({ page, meeting, pressing }: { page: MeetingPage; meeting: Meeting; pressing: Pressing }) {
  const { t } = useTranslation('meeting')
  const answer = (person: string, what: string) => pressing.press(`people/${person}`, { answer: what })
  const waiting = meeting.waiting.filter((each) => each.state !== 'asked_out')
  if (waiting.length === 0) return null
  const isCovered = waiting.some((each) => each.state === 'let_in')
  return (
    <section className="at-the-door" aria-labelledby="door-title">
      <h3 id="door-title">{t('doorTitle')}</h3>
      <ul>
        {waiting.map(({ personId, name, role, state }) => (
          <li key={personId}>
            <div role="status">
              <p className="strong">
                <bdi>{t(state === 'waiting' ? 'waits' : page.iOpen ? 'stands' : 'standsLeader', { name })}</bdi>
              </p>
              {role && <p className="small soft">{t(`role.${role}`)}</p>}
            </div>
            <div className="row">
              {page.iOpen ? (
                <Button icon="check" aria-label={t('yes', { name })} onClick={() => answer(personId, 'yes')}>
                  {t('yesShort')}
                </Button>
              ) : (
                state === 'waiting' && (
                  <Button look="second" aria-label={t('letInWho', { name })} onClick={() => answer(personId, 'let_in')}>
                    {t('letIn')}
                  </Button>
                )
              )}
              {(page.iOpen || state === 'waiting') && (
                <Button look="quiet" aria-label={t('no', { name })} onClick={() => answer(personId, 'not_now')}>
                  {t('notNow')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isCovered && meeting.reopens.length > 0 && (
        <Notice icon="eye-off" look="need">
          {t('covered', { areas: areasInSentence(meeting.reopens) })}
        </Notice>
      )}
      <p className="small soft">{t(page.iOpen ? 'doorText' : 'doorTextLeader')}</p>
    </section>
  )
}
