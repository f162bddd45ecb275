import '../people/people.css'
import type { AnsweredAtDoor } from '@velferdslab/core/door-responsibility'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answeredAtDoorQuery, endAtDoor, recordAtDoor } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answers } from '../people/answers.tsx'
import { RecordResponsibility } from '../people/record-responsibility.tsx'

/**
 * Who answers for whom, as the family tells it at the door, with where it is known from. As long as nobody leads the family; afterwards its leader writes it down,
 * and there is no card here. It comes by itself and is not waited for.
 */
export function WhoAnswers({ family }: { family: FamilyId }) {
  const { t } = useTranslation('people')
  const { data } = useQuery(answeredAtDoorQuery(family))
  if (!data) return null
  return (
    <Card title={t('doorAnswersTitle')} className="who-answers">
      <p>{t('doorAnswersText')}</p>
      <ul>
        {data.members.map((member) => (
          <One key={member.id} home={data} member={member} />
        ))}
      </ul>
    </Card>
  )
}

function One({ home, member }: { home: AnsweredAtDoor; member: AnsweredAtDoor['members'][number] }) {
  const { t } = useTranslation('people')
  const [asks, setAsks] = useState(false)
  const { familyId, today, members } = home
  const { calledName: name, answersFor } = member
  return (
    <li>
      <p>
        <bdi className="strong">{name}</bdi>{' '}
        {member.isChild && member.age !== null && (
          <span className="soft">{member.age === 0 ? t('baby') : t('years', { count: member.age })}</span>
        )}
      </p>
      {member.isChild && answersFor.length === 0 && <p className="soft">{t('doorAnswersNobody', { name })}</p>}
      {answersFor.length > 0 && (
        <ul className="belong__answers">
          {answersFor.map((each) => (
            <Answers
              key={each.id}
              family={familyId}
              today={today}
              each={each}
              of={name}
              end={(input) => endAtDoor(familyId, each.id, input)}
            />
          ))}
        </ul>
      )}
      <Button look="quiet" onClick={() => setAsks(true)} aria-label={`${t('answersDo')}: ${name}`}>
        {t('answersDo')}
      </Button>
      {asks && (
        <RecordResponsibility
          family={familyId}
          members={members}
          member={member}
          record={(input) => recordAtDoor(familyId, input)}
          onClose={() => setAsks(false)}
        />
      )}
    </li>
  )
}
