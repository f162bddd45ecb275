import type { AnswerMember } from '@velferdslab/core/commands/household'
import type { Household } from '@velferdslab/core/household'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { answerMember } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { usePeople } from './use-people.ts'

/** Who is asked for, and what each who speaks for the family can answer. Silence keeps them outside. */
export function AskedMembers({ home }: { home: Household }) {
  return home.asked.map((asked) => <Asked key={asked.id} home={home} asked={asked} />)
}

function Asked({ home, asked }: { home: Household; asked: Household['asked'][number] }) {
  const { t } = useTranslation('people')
  const { name } = asked
  const sending = usePeople<Omit<AnswerMember, 'commandId'>>(home.family.id, (input) =>
    answerMember(home.family.id, asked.id, input),
  )
  return (
    <Card title={asked.mayAnswer ? t('askedTitle', { name }) : t('askedWaits', { name })}>
      <div className="stack">
        <p>{t('askedBy', { by: asked.askedBy })}</p>
        {asked.mayAnswer && (
          <>
            <p>{t('askedText', { name })}</p>
            <NotSent error={sending.error} />
            <div className="row">
              <Button aria-busy={sending.isPending} onClick={() => sending.mutate({ answer: 'yes' })}>
                {t('askedYes')}
              </Button>
              <Button look="second" onClick={() => sending.mutate({ answer: 'no' })}>
                {t('askedNo')}
              </Button>
            </div>
            <p className="small soft">{t('askedSilence')}</p>
          </>
        )}
        {!asked.mayAnswer && asked.state === 'waits_family' && <p role="status">{t('askedForFamily')}</p>}
        {asked.state === 'waits_person' && <p role="status">{t('askedForThem', { name })}</p>}
      </div>
    </Card>
  )
}
