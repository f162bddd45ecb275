import './door.css'
import type { Door } from '@velferdslab/core/referral'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { doorQuery, type DoorParts } from '../../door-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { atStart, countWord, dayOf, longDay, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Duplicates } from '../people/duplicates.tsx'
import { FindPerson } from '../people/find-person.tsx'
import { Question } from './question.tsx'
import { Referral } from './referral.tsx'
import { SelfReferrals } from './self-referrals.tsx'

/** What has come to the core team: families, each with its yes, and questions about nobody named. */
export function DoorPage() {
  const { t } = useTranslation(['door', 'shell'])
  const [parts, setParts] = useState<DoorParts>({ referrals: 1, questions: 1 })
  const query = useQuery(doorQuery(parts))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('door:title') })}</title>
      <div className="at-door">
        <div>
          {query.data && <p className="soft">{longDay(query.data.today, query.data.today)}</p>}
          <h1>{t('door:title')}</h1>
        </div>
        <SelfReferrals />
        <Duplicates />
        <Fetched query={query} titled what={t('door:what')}>
          {(door: Door) => <Opened door={door} parts={parts} ask={setParts} />}
        </Fetched>
      </div>
    </main>
  )
}

function Opened({ door, parts, ask }: { door: Door; parts: DoorParts; ask: (parts: DoorParts) => void }) {
  const { t } = useTranslation('door')
  const { referral: wanted } = useSearch({ from: '/lab/door' })
  const chosen = door.referrals.find(({ id }) => id === wanted) ?? door.referrals[0]
  const count = door.referrals.length
  return (
    <div className="at-door__cols">
      {chosen ? (
        <>
          <Card
            title={door.more ? t('newest') : t('listTitle', { count, Words: atStart(countWord(count)) })}
            className="at-door__list"
          >
            <ul>
              {door.referrals.map((each) => (
                <li key={each.id}>
                  <Link
                    to={page.door}
                    search={{ referral: each.id }}
                    aria-current={each.id === chosen.id ? 'true' : undefined}
                  >
                    <span className="strong">
                      <bdi>{each.name}</bdi>
                    </span>
                    <span className="small">
                      {each.bySelf
                        ? t('fromSelf', { near: nearDay(dayOf(each.receivedAt), door.today) })
                        : t('from', { service: each.service ?? '', near: nearDay(dayOf(each.receivedAt), door.today) })}
                    </span>
                    {each.hasSignedIn ? (
                      <Tag look="ok" icon="check">
                        {t('isHere')}
                      </Tag>
                    ) : (
                      !each.answered && (
                        <Tag look="new" icon="bell">
                          {t('isNew')}
                        </Tag>
                      )
                    )}
                  </Link>
                </li>
              ))}
            </ul>
            {door.more && (
              <Button
                look="second"
                onClick={() => {
                  ask({ ...parts, referrals: parts.referrals + 1 })
                }}
              >
                {t('more')}
              </Button>
            )}
          </Card>
          <Referral referral={chosen} today={door.today} />
        </>
      ) : (
        <Card>
          <EmptyState icon="home" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        </Card>
      )}
      <div className="stack">
        <FindPerson />
        <Card title={t('questionsTitle')} className="at-door__questions">
          {door.questions.length === 0 && <p className="soft">{t('questionsNone')}</p>}
          <ul>
            {door.questions.map((question) => (
              <Question key={question.id} question={question} today={door.today} />
            ))}
          </ul>
          {door.moreQuestions && (
            <Button
              look="second"
              onClick={() => {
                ask({ ...parts, questions: parts.questions + 1 })
              }}
            >
              {t('moreQuestions')}
            </Button>
          )}
        </Card>
      </div>
    </div>
  )
}
