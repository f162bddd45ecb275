import './start.css'
import type { PersonId } from '@velferdslab/core/ids'
import type { Qualification } from '@velferdslab/core/qualification'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { qualificationQuery } from '../../door-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { inList } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Picks } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ChooseLeader } from './choose-leader.tsx'
import { Outcome } from './outcome.tsx'
import { QuestionItem } from './question-item.tsx'
import { WhoAnswers } from './who-answers.tsx'

/** One family on its way in, for the core team: the check list to answer with it, the answer, and who could lead. */
export function DoorFamilyPage() {
  const { t } = useTranslation(['start', 'shell'])
  const { familyId } = useParams({ from: '/lab/door/$familyId' })
  const query = useQuery(qualificationQuery(familyId))
  const title = query.data ? t('start:doorTitle', { name: query.data.family.name }) : t('start:doorBack')
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: title })}</title>
      <Fetched query={query} what={t('start:doorWhat')}>
        {(list) => <AtDoor list={list} title={title} />}
      </Fetched>
    </main>
  )
}

function AtDoor({ list, title }: { list: Qualification; title: string }) {
  const { t } = useTranslation('start')
  const [withId, setWithId] = useState<PersonId | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const unsigned = list.people.filter(({ hasSigned }) => !hasSigned).map(({ name }) => name)
  return (
    <div className="start">
      <div className="family__top">
        <Link to={page.door} className="link-button small">
          <Icon name="left" small />
          {t('doorBack')}
        </Link>
        <h1>{title}</h1>
      </div>
      <div className="start__cols">
        <div className="start__main">
          <Card title={t('doorListTitle')} className="check">
            {list.mayAnswer &&
              (list.people.length === 0 ? (
                <Notice icon="person" look="need">
                  {t('doorNobody')}
                </Notice>
              ) : (
                <Picks
                  legend={t('doorPresent')}
                  options={list.people.map(({ id, name }) => ({ value: id, label: name }))}
                  chosen={withId}
                  onChoose={setWithId}
                />
              ))}
            {list.mayAnswer && unsigned.length > 0 && (
              <Notice icon="pen" look="need">
                {t('doorNotSigned', { names: inList(unsigned) })}
              </Notice>
            )}
            <ol>
              {list.questions.map((question) => (
                <QuestionItem
                  key={question.code}
                  list={list}
                  question={question}
                  withId={withId}
                  isOpen={opened === question.code}
                  onOpen={() => setOpened(question.code)}
                  onClose={() => setOpened((now) => (now === question.code ? null : now))}
                />
              ))}
            </ol>
          </Card>
          <Outcome list={list} />
          <WhoAnswers family={list.family.id} />
        </div>
        <ChooseLeader list={list} />
      </div>
    </div>
  )
}
