import type { Consent, ConsentPicture } from '@velferdslab/core/consent'
import { fillHoles } from '@velferdslab/core/text-version'
import { ownNameOf } from '@velferdslab/core/text-language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textQuery } from '../../consent-record-api.ts'
import { endDay, inList } from '../../texts/format.ts'
import { areasInOrder, areaWords, asI, personsInOrder, type Service } from './consent-words.ts'

interface WordsReadProps {
  picture: ConsentPicture
  service: Service
  consent: Consent
}

/** The words I said yes to, in the version and the language I read: also when the sentence has become another since. */
export function WordsRead({ picture, service, consent }: WordsReadProps) {
  const { t } = useTranslation('consent')
  const [shown, setShown] = useState(false)
  const { data } = useQuery({
    ...textQuery('consent_sentence', consent.language, consent.textVersion),
    enabled: shown,
  })
  const line = data?.lines[picture.family.onePerson ? 1 : 0] ?? data?.lines[0]
  return (
    <>
      <button type="button" className="link-button small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'wordsHide' : 'wordsShow')}
      </button>
      {shown && data && line && (
        <blockquote className="explained__words">
          <p lang={data.language}>
            {fillHoles(line, {
              service: service.inSentence,
              areas: inList(areaWords(areasInOrder(consent.areas, picture))),
              persons: inList(personsInOrder(consent.persons, picture).map(asI)),
              until: consent.until ? endDay(consent.until) : '',
            })}
          </p>
          <p className="small soft">
            {t('wordsVersion', { version: data.version, language: ownNameOf[data.language] })}
          </p>
        </blockquote>
      )}
    </>
  )
}
