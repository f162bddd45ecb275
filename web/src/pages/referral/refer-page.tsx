import './refer.css'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentByMeQuery } from '../../door-api.ts'
import { Fetched } from '../../fetched.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { AskQuestion } from './ask-question.tsx'
import { useKeptForm } from './kept-form.ts'
import { emptyForm } from './referral-form.ts'
import { SendReferral } from './send-referral.tsx'
import { SentByMe } from './sent-by-me.tsx'

/** Sending a family to the lab, together with it; or asking without naming anybody. */
export function ReferPage() {
  const { t } = useTranslation(['referral', 'shell'])
  const { me } = useRouteContext({ from: '/lab' })
  const { form, change, clear } = useKeptForm('refer', me.person.id, emptyForm)
  const query = useQuery(sentByMeQuery)
  const [sent, setSent] = useState<'referral' | 'question' | null>(null)
  const party = me.parties[0]?.id ?? null
  const finish = (what: 'referral' | 'question') => {
    clear()
    setSent(what)
  }
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('referral:title') })}</title>
      <div className="refer">
        <div className="refer__col">
          <div>
            <h1>{t('referral:title')}</h1>
            <p>{t('referral:lead')}</p>
          </div>
          {sent && (
            <Notice icon="check" role="status">
              <p className="strong">{t(sent === 'referral' ? 'referral:sent' : 'referral:questionSent')}</p>
              <p>{t(sent === 'referral' ? 'referral:sentText' : 'referral:questionSentText')}</p>
            </Notice>
          )}
          <fieldset className="refer__yes">
            <legend>{t('referral:yesTitle')}</legend>
            {([true, false] as const).map((answer) => (
              <TickTile
                key={String(answer)}
                type="radio"
                name="has-yes"
                value={String(answer)}
                checked={form.hasYes === answer}
                onChange={() => {
                  setSent(null)
                  change({ hasYes: answer })
                }}
              >
                <span>
                  {answer ? t('referral:yes') : t('referral:no')}
                  {!answer && <span className="small soft">{t('referral:noHelp')}</span>}
                </span>
              </TickTile>
            ))}
          </fieldset>
          {form.hasYes === true && (
            <SendReferral form={form} change={change} party={party} onSent={() => finish('referral')} />
          )}
          {form.hasYes === false && (
            <AskQuestion form={form} change={change} party={party} onSent={() => finish('question')} />
          )}
        </div>
        <Fetched query={query} titled what={t('referral:what')}>
          {(sent) => <SentByMe sent={sent} />}
        </Fetched>
      </div>
    </main>
  )
}
