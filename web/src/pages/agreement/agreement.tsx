import type { Agreement as Read } from '@velferdslab/core/agreement'
import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signAgreement } from '../../agreement-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { page } from '../../paths.ts'
import { familyKey } from '../../queries.ts'
import { dayOf, longDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sentencesFor } from './sentences.ts'

interface AgreementProps {
  agreement: Read
  familyId: FamilyId
  today: CalendarDay | undefined
}

/** The agreement to read, and the answer below it: yes, or time to think, as easy to find as one another. */
export function Agreement({ agreement, familyId, today = dayInOslo(new Date()) }: AgreementProps) {
  const { t } = useTranslation('agreement')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [thinks, setThinks] = useState(false)
  const { textVersion, leader, mine } = agreement
  const signing = useMutation({
    mutationFn: () => {
      const input = { textVersion, language: shownLanguage() }
      return signAgreement(familyId, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: familyKey(familyId) })
    },
  })
  const on = (instant: string) => longDay(dayOf(instant), today)
  return (
    <article className="agreement">
      <div className="hello">
        <h1>{mine ? t('signedTitle') : t('title')}</h1>
        <p>{mine ? t('signed', { day: on(mine.signedAt) }) : t('lead')}</p>
      </div>
      {!mine && (
        <section aria-labelledby="agreement-how">
          <h2 id="agreement-how">{t('how')}</h2>
          <ol>
            {(['how1', 'how2', 'how3', 'how4'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ol>
        </section>
      )}
      <Card title={t('sentencesTitle')}>
        <ol className="agreement__sentences">
          {sentencesFor(agreement).map((key) => (
            <li key={key}>
              {key === 'young'
                ? t('young')
                : key === 'leader'
                  ? leader
                    ? t('sentences.leader', { leader })
                    : t('leaderSoon')
                  : t(`sentences.${key}`)}
            </li>
          ))}
        </ol>
        <p className="small soft">{t('law')}</p>
      </Card>
      {agreement.maySign && (
        <div className="agreement__answer">
          <Notice icon="lock">{t('notConsent')}</Notice>
          <NotSent error={signing.error} />
          <div className="row">
            <Button icon="pen" onClick={() => signing.mutate()} aria-busy={signing.isPending}>
              {t('sign')}
            </Button>
            <Button look="second" icon="think" onClick={() => setThinks(true)}>
              {t('think')}
            </Button>
          </div>
          <p role="status">{thinks ? t('thinkText') : ''}</p>
        </div>
      )}
      {!agreement.maySign && !mine && <Notice icon="chat">{t('tooYoung')}</Notice>}
      {agreement.others.length > 0 && (
        <section aria-labelledby="agreement-others">
          <h2 id="agreement-others">{t('othersTitle')}</h2>
          {agreement.others.map(({ name, signedAt }) => (
            <p key={name}>{signedAt ? t('otherSigned', { name, day: on(signedAt) }) : t('otherNot', { name })}</p>
          ))}
        </section>
      )}
      {(mine ?? thinks) && (
        <div>
          <ButtonLink look="second" to={page.home}>
            {t('home')}
          </ButtonLink>
        </div>
      )}
    </article>
  )
}
