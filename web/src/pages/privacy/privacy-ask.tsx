import './privacy.css'
import { findPrivate } from '@velferdslab/core/privacy-check'
import type { PrivacyWords } from '@velferdslab/core/privacy-word'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../../api.ts'
import { api } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'

const wordsQuery = queryOptions({
  queryKey: ['privacy-words'],
  queryFn: ({ signal }) => read<PrivacyWords>(api.privacyWords, signal),
  staleTime: 600_000,
})

/** So long a writer rests before a text is looked at: nobody is asked about half a word. */
const restMs = 700

/**
 * Beside a text that more than its writer will read: asks when it seems to hold something private. One question at a time, answered with a press or not at all. It never holds a text back, and the text is looked at here in the browser: nothing of
 * it is sent for this.
 */
export function PrivacyAsk({ text }: { text: string }) {
  const { data } = useQuery(wordsQuery)
  return <PrivacyQuestion text={text} words={data?.words ?? noWords} />
}

const noWords: PrivacyWords['words'] = []

/** The same for who is not signed in, and so without the words that this municipality has added: the list is read by who belongs here. */
export function PrivacyQuestion({ text, words = noWords }: { text: string; words?: PrivacyWords['words'] }) {
  const { t } = useTranslation('privacy')
  const [rested, setRested] = useState('')
  const [kept, setKept] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  const found = findPrivate(rested, words).find(({ said }) => !kept.includes(said))
  // The words may be gone since they were looked at.
  if (!found || !text.includes(found.said)) return <div role="status" />
  const change = (event: MouseEvent<HTMLButtonElement>) =>
    event.currentTarget.closest('.field, .note, form')?.querySelector<HTMLElement>('textarea, input')?.focus()
  return (
    <div role="status" className="privacy-ask">
      <Icon name="eye" />
      <div>
        <p>{t(found.kind)}</p>
        <p>{t('ask')}</p>
        <div className="row">
          <button type="button" className="link-button strong" onClick={() => setKept([...kept, found.said])}>
            {t('keep')}
          </button>
          <button type="button" className="link-button strong" onClick={change}>
            {t('change')}
          </button>
        </div>
      </div>
    </div>
  )
}
