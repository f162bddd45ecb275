import { areaCodes } from '@velferdslab/core/areas'
import { fewestReasonLetters, longestReason } from '@velferdslab/core/act'
import type { PartyId, ShareId } from '@velferdslab/core/ids'
import { fittingGrounds, isCovered, keyOf, whyNotShared } from '@velferdslab/core/share-rules'
import { notSharedReasons, type Sharing, type StandingGround } from '@velferdslab/core/share'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { areaInSentence } from '../../areas.ts'
import { useCommandId } from '../../command-id.ts'
import { makeShare, sharesQuery, sharingQuery } from '../../law-api.ts'
import { inList, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { ruleName, ruleTitle } from '../law/rule-words.ts'
import { SureDialog } from './sure-dialog.tsx'
import { Thing } from './thing.tsx'

interface FormProps {
  sharing: Sharing
  /** Came to take something along to the own journal. */
  journal: boolean
  /** It is for the own journal, or no longer. */
  onOwn: (own: boolean) => void
}

/** Who gets it, on what, which things and why. Nothing is chosen beforehand, and nothing is offered that does not fit. */
export function ShareForm({ sharing, journal, onOwn }: FormProps) {
  const { t } = useTranslation('share')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const { things, grounds, services, today } = sharing
  const mine = sharing.mine[0]
  const [shareId, setShareId] = useState(() => newId<ShareId>())
  const [to, setTo] = useState<PartyId | null>(journal ? (mine?.partyId ?? null) : null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [picked, setPicked] = useState<string | null>(null)
  const [necessity, setNecessity] = useState('')
  const [early, setEarly] = useState(false)
  const [asks, setAsks] = useState(false)
  const [said, setSaid] = useState<{ own: boolean; service: string } | null>(null)
  const toOwn = sharing.mine.some(({ partyId }) => partyId === to)
  const service = services.find(({ partyId }) => partyId === to)
  const reached = grounds.filter((each) => each.to === to)
  const can = things.filter((thing) => reached.some((each) => isCovered(thing, each)))
  const cannot = things.filter((thing) => !can.includes(thing))
  const some = can.filter((thing) => chosen.includes(keyOf(thing)))
  const fitting = to ? fittingGrounds(grounds, some, to) : []
  const idOf = (each: StandingGround) => `${each.ground.id} ${each.from}`
  const [only] = fitting
  // Where one ground alone fits there is no choice to make.
  const ground = fitting.length === 1 ? only : fitting.find((each) => idOf(each) === picked)
  const lacks = [
    !to && t('missingTo'),
    some.length === 0 && t('missingThings'),
    some.length > 0 && !ground && t('missingGround'),
    necessity.trim().length < fewestReasonLetters && t('missingNecessity'),
  ].filter((each) => each !== false)
  const sharingNow = useMutation({
    mutationFn: () => {
      if (!to || !ground) return Promise.reject(new Error('nothing is chosen'))
      const input = {
        shareId,
        from: ground.from,
        to,
        ground: ground.ground,
        things: some.map(({ kind, id }) => ({ kind, id })),
        necessity: necessity.trim(),
      }
      return makeShare(sharing.family.id, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: async () => {
      command.done()
      setSaid({ own: toOwn, service: service?.inSentence ?? '' })
      setShareId(newId<ShareId>())
      setAsks(false)
      setChosen([])
      setPicked(null)
      setNecessity('')
      await Promise.all(
        [sharesQuery, sharingQuery].map((query) =>
          queryClient.invalidateQueries({ queryKey: query(sharing.family.id).queryKey }),
        ),
      )
    },
  })
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    setEarly(lacks.length > 0)
    setSaid(null)
    if (lacks.length === 0) setAsks(true)
  }
  if (services.length === 0)
    return (
      <Card>
        <Notice icon="lock">{t('noServices')}</Notice>
      </Card>
    )
  const choose = (party: PartyId) => {
    setTo(party)
    onOwn(sharing.mine.some(({ partyId }) => partyId === party))
    setChosen([])
    setPicked(null)
  }
  return (
    <Card>
      <form className="share__form" onSubmit={submit} noValidate>
        {said && (
          <Notice icon="check" role="status">
            {said.own ? t('doneJournal') : t('done', { service: said.service })}
          </Notice>
        )}
        <Picks
          legend={t('to')}
          options={services.map(({ partyId, name }) => ({
            value: partyId,
            label: sharing.mine.some((own) => own.partyId === partyId) ? (
              t('toOwn', { service: name })
            ) : (
              <bdi>{name}</bdi>
            ),
          }))}
          chosen={to}
          onChoose={choose}
        />
        {service && (
          <fieldset>
            <legend>{t('things')}</legend>
            {can.length === 0 && (
              <p>{toOwn ? t('thingsJournalNone') : t('thingsNone', { service: service.inSentence })}</p>
            )}
            <div className="share__tiles">
              {can.map((thing) => (
                <TickTile
                  key={keyOf(thing)}
                  type="checkbox"
                  name="thing"
                  value={keyOf(thing)}
                  checked={chosen.includes(keyOf(thing))}
                  onChange={() => setChosen(toggled(chosen, keyOf(thing)))}
                >
                  <Thing thing={thing} speaker="work" today={today} />
                </TickTile>
              ))}
            </div>
            {some.length > 0 && <p className="small soft">{t('chosen', { count: some.length })}</p>}
          </fieldset>
        )}
        {service && cannot.length > 0 && (
          <details>
            <summary>{toOwn ? t('notTitleJournal') : t('notTitle', { service: service.inSentence })}</summary>
            <div className="stack">
              {notSharedReasons.map((reason) => {
                const those = cannot.filter(
                  (thing) => (whyNotShared(thing, reached, service.partyId) ?? 'no_yes') === reason,
                )
                return (
                  those.length > 0 && (
                    <div key={reason} className="share__not">
                      <p>{t(`notReasons.${reason}`, { service: service.inSentence })}</p>
                      <ul className="share__things">
                        {those.map((thing) => (
                          <li key={keyOf(thing)}>
                            <Thing thing={thing} speaker="work" today={today} />
                          </li>
                        ))}
                      </ul>
                    </div>
                  )
                )
              })}
            </div>
          </details>
        )}
        {service && <p className="small soft">{t('notEver')}</p>}
        {some.length > 0 && fitting.length > 1 && (
          <Picks
            legend={t('ground')}
            options={fitting.map((each) => ({ value: idOf(each), label: groundWords(each) }))}
            chosen={picked}
            onChoose={setPicked}
          />
        )}
        {some.length > 0 && fitting.length === 1 && only && (
          <p>
            <b>{t('ground')}</b> {groundWords(only)}. {only.ground.by === 'consent' && t('groundPermits')}
          </p>
        )}
        {service && (
          <LongText
            label={t(toOwn ? 'journalNecessity' : 'necessity')}
            help={t(toOwn ? 'journalNecessityHelp' : 'necessityHelp')}
            longest={longestReason}
            value={necessity}
            onChange={setNecessity}
          />
        )}
        {early && lacks.length > 0 && (
          <Notice icon="bell" look="need" role="alert">
            {t('missing', { what: inList(lacks) })}
          </Notice>
        )}
        <div className="row">
          <Button type="submit">{t(toOwn ? 'reviewJournal' : 'review')}</Button>
        </div>
      </form>
      {service && ground && (
        <SureDialog
          open={asks}
          toOwn={toOwn}
          from={sharing.mine.find(({ partyId }) => partyId === ground.from)?.inSentence ?? ''}
          to={service.inSentence}
          things={some}
          today={today}
          pending={sharingNow.isPending}
          error={sharingNow.error}
          onYes={() => sharingNow.isPending || sharingNow.mutate()}
          onClose={() => {
            setAsks(false)
            sharingNow.reset()
          }}
        />
      )}
    </Card>
  )

  function groundWords({ rule, since, covers }: StandingGround): string {
    const day = plainDay(since, today)
    if (rule) return t('groundAct', { title: ruleTitle(rule), law: ruleName(rule), day })
    // Two yeses may be of the same day: what each is about tells them apart.
    const areas = inList(
      areaCodes.filter((code) => covers.some(({ area }) => area === code)).map((code) => areaInSentence(code)),
    )
    return t('groundYes', { day, areas })
  }
}
