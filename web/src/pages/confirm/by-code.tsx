import '../consent/consent.css'
import '../consent-record/consent-record.css'
import type { CodedSentence } from '@velferdslab/core/consent-code'
import type { CommandId } from '@velferdslab/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import type { SaidByCode } from '../../consent-code-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { endDay, inList, telephone } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { areaWords } from '../consent/consent-words.ts'

interface ByCodeProps {
  /** Somebody who works here helps, and reads along. */
  helping: boolean
  read: (code: string) => Promise<CodedSentence>
  answer: (input: { commandId: CommandId; code: string; answer: SaidByCode }) => Promise<unknown>
}

/** From the code to the answer: the sentence as it was read aloud, and three answers of the same size. */
export function ByCode({ helping, read, answer }: ByCodeProps) {
  const { t } = useTranslation('confirm')
  const [code, setCode] = useState('')
  const [empty, setEmpty] = useState(false)
  const command = useCommandId()
  const reading = useMutation({ mutationFn: () => read(code) })
  const answering = useMutation({
    mutationFn: (said: SaidByCode) => answer({ code, answer: said, commandId: command.idFor({ code, said }) }),
    onSuccess: () => command.done(),
  })
  const sentence = reading.data
  if (sentence && answering.data && answering.variables)
    return <Answered said={answering.variables} sentence={sentence} helping={helping} />
  if (sentence)
    return (
      <section className="stack" aria-labelledby="confirm-title">
        <h1 id="confirm-title">{t(helping ? 'askHelping' : 'ask')}</h1>
        <Sentence sentence={sentence} />
        <p>{t('free')}</p>
        <NotSent error={answering.error} />
        <div className="stack confirm__answers">
          {(['yes', 'no', 'call'] as const).map((said) => (
            <Button
              key={said}
              wide
              look={said === 'yes' ? 'primary' : 'second'}
              icon={said === 'yes' ? 'check' : said === 'no' ? 'stop' : 'phone'}
              aria-busy={answering.isPending && answering.variables === said}
              onClick={() => answering.isPending || answering.mutate(said)}
            >
              {t(said)}
            </Button>
          ))}
        </div>
        <p className="small soft">{t('once')}</p>
      </section>
    )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setEmpty(code.trim() === '')
    if (code.trim() !== '' && !reading.isPending) reading.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h1>{t(helping ? 'titleHelping' : 'title')}</h1>
      <p>{t(helping ? 'leadHelping' : 'lead')}</p>
      <ShortText
        label={t('code')}
        help={t('codeHelp')}
        wrong={empty && code.trim() === '' ? t('codeMissing') : undefined}
        value={code}
        longest={40}
        onChange={setCode}
      />
      <NotSent error={reading.error} />
      <Button type="submit" wide iconAfter="right" aria-busy={reading.isPending}>
        {t('read')}
      </Button>
      {helping && <p className="small soft">{t('helpingMarked')}</p>}
    </form>
  )
}

function Sentence({ sentence }: { sentence: CodedSentence }) {
  const { t } = useTranslation('everywhere')
  const chosen: Partial<Record<string, string>> = {
    service: sentence.service,
    areas: inList(areaWords(sentence.areas)),
    persons: inList([...(sentence.forMe ? [t('me')] : []), ...sentence.persons]),
    until: endDay(sentence.until),
  }
  return (
    <blockquote className="confirm__words">
      <p className="sentence" lang={sentence.language} dir="auto">
        {/* Word for word as it was read aloud; what was chosen stands out. */}
        {sentence.line.split(/(\{\w+\})/).map((part, at) => {
          const words = chosen[part.slice(1, -1)]
          return part.startsWith('{') && words !== undefined ? <b key={at}>{words}</b> : part
        })}
      </p>
    </blockquote>
  )
}

function Answered({ said, sentence, helping }: { said: SaidByCode; sentence: CodedSentence; helping: boolean }) {
  const { t } = useTranslation('confirm')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="stack" aria-labelledby="answered-title">
      <span className={`after__mark${said === 'yes' ? '' : ' after__mark--calm'}`}>
        <Icon name={said === 'call' ? 'phone' : 'check'} />
      </span>
      <h1 id="answered-title" ref={heading} tabIndex={-1}>
        {t(`${said}Title`)}
      </h1>
      <p>{t(`${said}Text`, { until: endDay(sentence.until), phone: telephone(sentence.phone) })}</p>
      <p className="soft">{t(helping ? 'doneHelping' : 'done')}</p>
    </section>
  )
}
