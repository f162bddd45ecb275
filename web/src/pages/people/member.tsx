import type { Household, HouseholdMember } from '@velferdslab/core/household'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { endResponsibility, moveOut, recordResponsibility, type Press } from '../../people-api.ts'
import { plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Face } from '../../ui/face.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Answers } from './answers.tsx'
import { EndProtection } from './end-dialogs.tsx'
import { RecordProtection } from './record-protection.tsx'
import { RecordResponsibility } from './record-responsibility.tsx'
import { Whereabouts, WriteWhereabouts } from './whereabouts.tsx'
import { usePeople } from './use-people.ts'

/** One who belongs: since when, who answers for them and where that is known from, where they can be found. */
export function Member({ home, member }: { home: Household; member: HouseholdMember }) {
  const { t } = useTranslation('people')
  const [asks, setAsks] = useState<'out' | 'responsibility' | 'protection' | 'unprotect' | null>(null)
  const close = () => setAsks(null)
  const name = member.calledName
  const age =
    member.isChild && member.age !== null ? (member.age === 0 ? t('baby') : t('years', { count: member.age })) : null
  const mayMoveOut = member.mayMoveOut && home.members.length > 1
  const acts = (
    <div className="row">
      {(home.iLead || home.iSpeak) && <WriteWhereabouts home={home} member={member} />}
      {home.iLead && (
        <Button look="quiet" onClick={() => setAsks('responsibility')} aria-label={`${t('answersDo')}: ${name}`}>
          {t('answersDo')}
        </Button>
      )}
      {home.iLead && !member.protection && (
        <Button
          look="quiet"
          icon="lock"
          onClick={() => setAsks('protection')}
          aria-label={`${t('protectionDo')}: ${name}`}
        >
          {t('protectionDo')}
        </Button>
      )}
      {mayMoveOut && (
        <Button
          look="quiet"
          onClick={() => setAsks('out')}
          {...(member.isMe ? {} : { 'aria-label': `${t('outOther')}: ${name}` })}
        >
          {t(member.isMe ? 'outMe' : 'outOther')}
        </Button>
      )}
    </div>
  )
  return (
    <li>
      <div className="belong__who">
        <Face initials={member.initials} mark={member.mark} />
        <div>
          <p className="strong">
            <bdi>{member.name}</bdi>
          </p>
          <p className="small soft">
            {[member.isMe ? t('you') : t(member.relation), age, t('since', { day: plainDay(member.since, home.today) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </div>
      {member.protection && (
        <div className="row">
          <Tag look="need" icon="lock">
            {t(member.protection.level, { day: plainDay(member.protection.from, home.today) })}
          </Tag>
          {home.iLead && (
            <Button look="quiet" onClick={() => setAsks('unprotect')} aria-label={`${t('protectionEnd')}: ${name}`}>
              {t('protectionEnd')}
            </Button>
          )}
        </div>
      )}
      {member.answersFor.length > 0 && (
        <ul className="belong__answers">
          {member.answersFor.map((each) => (
            <Answers
              key={each.id}
              each={each}
              of={name}
              family={home.family.id}
              today={home.today}
              {...(home.iLead ? { end: (input: Press) => endResponsibility(home.family.id, each.id, input) } : {})}
            />
          ))}
        </ul>
      )}
      <Whereabouts member={member} />
      {member.cameOfAge && !member.isMe && (
        <p className="small">
          {t(member.cameOfAge.answered ? 'ageSeen' : 'ageAsked', {
            name,
            age: member.cameOfAge.age,
            day: plainDay(member.cameOfAge.on, home.today),
          })}
        </p>
      )}
      {home.iLead ? (
        <details className="belong__acts">
          <summary>{t('acts', { name })}</summary>
          {acts}
        </details>
      ) : (
        (mayMoveOut || home.iSpeak) && acts
      )}
      {asks === 'responsibility' && (
        <RecordResponsibility
          family={home.family.id}
          members={home.members}
          member={member}
          record={(input) => recordResponsibility(home.family.id, input)}
          onClose={close}
        />
      )}
      {asks === 'protection' && <RecordProtection home={home} member={member} onClose={close} />}
      {asks === 'unprotect' && <EndProtection home={home} member={member} onClose={close} />}
      {asks === 'out' && <Out home={home} member={member} onClose={close} />}
    </li>
  )
}

/** What ends with it is said before, not after. */
function Out({ home, member, onClose }: { home: Household; member: HouseholdMember; onClose: () => void }) {
  const { t } = useTranslation(['people', 'everywhere'])
  const sending = usePeople<object>(home.family.id, (input) => moveOut(home.family.id, member.id, input), onClose)
  const name = member.calledName
  return (
    <Dialog
      open
      title={member.isMe ? t('people:outTitleMe') : t('people:outTitle', { name })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      <p>{member.isMe ? t('people:outTextMe') : t('people:outText', { name })}</p>
      <p>{t('people:outStays')}</p>
      <NotSent error={sending.error} />
      <div className="row">
        <Button aria-busy={sending.isPending} onClick={() => sending.mutate({})}>
          {member.isMe ? t('people:outDoMe') : t('people:outDo', { name })}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('people:outKeep')}
        </Button>
      </div>
    </Dialog>
  )
}
