import type { FamilyHome } from '@velferdslab/core/family'
import type { Qualification } from '@velferdslab/core/qualification'
import type { Seat } from '@velferdslab/core/seat'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What is done, what happens now and what comes, until somebody leads. */
export function Steps(props: { home: FamilyHome; list: Qualification; asked: Seat | undefined }) {
  const { t } = useTranslation('start')
  const { home, list, asked } = props
  const done = [!home.agreementWaits, list.outcome?.is === 'accepted', false, false]
  const now = done.indexOf(false)
  return (
    <Card title={t('stepsTitle')}>
      <ol className="steps">
        {(['stepAgreement', 'stepList', 'stepLeader', 'stepSeats'] as const).map((step, at) => (
          <li key={step} aria-current={at === now ? 'step' : undefined}>
            <span>{t(step)}</span>
            {done[at] ? (
              <Tag look="ok" icon="check">
                {t('stepDone')}
              </Tag>
            ) : (
              <Tag look={at === now ? 'need' : 'plain'}>{t(at === now ? 'stepNow' : 'stepLater')}</Tag>
            )}
          </li>
        ))}
      </ol>
      {home.agreementWaits && (
        <ButtonLink iconAfter="right" to={page.agreement}>
          {t('toAgreement')}
        </ButtonLink>
      )}
      {now === 2 && !asked && <p className="soft">{t('leaderNone')}</p>}
      {asked?.mine === 'yes' && asked.waitsFor.length === 0 && (
        <p role="status">{t('leaderSaidYes', { name: asked.person.calledName })}</p>
      )}
    </Card>
  )
}
