import type { CalendarDay } from '@velferdslab/core/dates'
import type { KeptShare, Shares } from '@velferdslab/core/share'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sharePaper } from '../../law-api.ts'
import { dayAndClock, familyName } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ruleName, ruleTitle } from '../law/rule-words.ts'
import { besideOf, factsOf, Thing } from './thing.tsx'

interface KeptProps {
  share: KeptShare
  family: Shares['family']
  today: CalendarDay
}

/** One share as who gave it or received it sees it: what, to whom, on what and why; to copy into the journal, or as paper. */
export function KeptShareItem({ share, family, today }: KeptProps) {
  const { t } = useTranslation('share')
  const [copied, setCopied] = useState(false)
  const what = headOf(t, share, today)
  const copy = () =>
    void navigator.clipboard.writeText(journalText(t, share, { family, today })).then(() => setCopied(true))
  return (
    <li>
      <h3>{what}</h3>
      <p className="small soft">{groundOf(t, share)}</p>
      <ul className="share__things">
        {share.things.map((thing) => (
          <li key={thing.id}>
            <Thing thing={thing} speaker="work" today={today} />
          </li>
        ))}
      </ul>
      <p className="small soft">{t('asItWas')}</p>
      {share.necessity && (
        <>
          <p className="small strong">{t('why')}</p>
          <p dir="auto">{share.necessity}</p>
        </>
      )}
      <div className="row">
        {'clipboard' in navigator && (
          <Button look="second" icon="copy" onClick={copy}>
            {t('copy')}
          </Button>
        )}
        <a
          className="link-button"
          href={`${sharePaper(family.id, share.id)}?language=${shownLanguage()}`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="eye" small />
          {t('pdf')}
        </a>
        <span role="status">{copied ? t('copied') : ''}</span>
      </div>
    </li>
  )
}

function headOf(t: TFunction<'share'>, share: KeptShare, today: CalendarDay): string {
  const when = dayAndClock(share.at, today)
  if (share.seenAs === 'giver')
    return share.from.partyId === share.to.partyId
      ? t('tookAlong', { when })
      : t('gaveTo', { service: share.to.inSentence, when })
  const values = { Name: share.by ?? '', service: share.from.inSentence, when }
  return share.by ? t('gotFrom', values) : t('gotFromNobody', values)
}

function groundOf(t: TFunction<'share'>, { ground }: KeptShare): string {
  if (ground.by === 'consent' || !ground.rule) return t('onYes')
  return t('onLaw', { law: ruleName(ground.rule), title: ruleTitle(ground.rule) })
}

/** The same as text, line by line, for a journal that takes nothing else. */
function journalText(t: TFunction<'share'>, share: KeptShare, { family, today }: Omit<KeptProps, 'share'>): string {
  return [
    familyName(family),
    headOf(t, share, today),
    groundOf(t, share),
    ...(share.necessity ? [`${t('why')}: ${share.necessity}`] : []),
    '',
    ...share.things.flatMap((thing) => [
      thing.words.text,
      ...besideOf(t, thing),
      factsOf(t, thing, 'work', today).join(' · '),
      '',
    ]),
    t('asItWas'),
  ].join('\n')
}
