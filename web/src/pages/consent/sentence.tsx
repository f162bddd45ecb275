import type { ConsentArea } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import { Fragment } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { endDay, listParts } from '../../texts/format.ts'
import { areaWords, asI, type Person } from './consent-words.ts'

interface SentenceProps {
  onePerson: boolean
  /** As it stands inside a sentence: "NAV", "skolen". */
  service: string
  areas: readonly ConsentArea[]
  persons: readonly Pick<Person, 'isMe' | 'calledName'>[]
  until: CalendarDay | null
}

/** The consent sentence with what is chosen in it, and a dashed gap for what is not. */
export function Sentence({ onePerson, service, areas, persons, until }: SentenceProps) {
  const { t } = useTranslation('consent')
  return (
    <Trans
      t={t}
      i18nKey={onePerson ? 'sentenceOne' : 'sentenceFamily'}
      values={{ service }}
      components={{
        b: <b />,
        areas: <Chips words={areaWords(areas)} gap={t('chooseAreas')} />,
        persons: <Chips words={persons.map(asI)} gap={t('choosePersons')} />,
        until: <Chips words={until ? [endDay(until)] : []} gap={t('chooseUntil')} />,
      }}
    />
  )
}

/** Words that were chosen, joined as a sentence joins them. */
function Chips({ words, gap }: { words: readonly string[]; gap: string }) {
  if (words.length === 0) return <span className="sentence__gap">{gap}</span>
  return (
    <>
      {listParts(words).map(({ word, value }, at) =>
        word ? (
          <bdi key={at} className="sentence__chip">
            {value}
          </bdi>
        ) : (
          <Fragment key={at}>{value}</Fragment>
        ),
      )}
    </>
  )
}
