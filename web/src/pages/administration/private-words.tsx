import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { useRegisters } from './editing.ts'
import { useMore } from './more.tsx'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** Words a text is asked about before others read it, and a field to try them in: the same question as everywhere, and nothing is kept. */
export function PrivateWords() {
  const { t } = useTranslation(['administration', 'everywhere'])
  const { registers, edit } = useRegisters()
  const { today, privacyWords } = registers
  const { shown, more } = useMore(privacyWords)
  const [tried, setTried] = useState('')
  return (
    <>
      <Card title={t('administration:rules.tryTitle')}>
        <div className="stack">
          <p className="soft">{t('administration:rules.tryText')}</p>
          <SharedText label={t('administration:rules.tryLabel')} value={tried} onChange={setTried} />
        </div>
      </Card>
      <RegisterCard
        title={t('administration:rules.wordsTitle')}
        text={t('administration:rules.wordsText')}
        add={t('administration:add.privacy_word')}
        onAdd={() => {
          edit({
            kind: 'privacy_word',
            subject: '',
            before: null,
            start: { listed: true, language: 'nb', from: today },
          })
        }}
        more={more}
      >
        {shown.map(({ word, ...rule }) => (
          <RegisterLine
            key={word}
            name={<bdi>{word}</bdi>}
            lines={[
              `${t(`administration:wordSays.${rule.says}`)}. ${t(`administration:wordLanguages.${rule.language}`)}`,
            ]}
            tags={
              <>
                {!rule.listed && <Tag>{t('administration:rules.offList')}</Tag>}
                {rule.from > today && (
                  <Tag look="need">{t('administration:rules.begins', { day: plainDay(rule.from, today) })}</Tag>
                )}
              </>
            }
            changeLabel={t('administration:changeOf', { name: word })}
            onChange={() => {
              edit({ kind: 'privacy_word', subject: word, before: rule, start: { ...rule, from: today } })
            }}
          />
        ))}
      </RegisterCard>
    </>
  )
}
