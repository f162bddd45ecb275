import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { plainDay } from '../../texts/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** The questions of the check list, and the life areas. */
export function Lists() {
  const { t } = useTranslation('administration')
  const { registers, edit } = useRegisters()
  const { today, questions, areas } = registers
  return (
    <>
      <RegisterCard
        title={t('questionsTitle')}
        text={t('questionsText')}
        add={t('add.question')}
        onAdd={() => {
          // A question has a name of its own that nobody reads; a random one is as good.
          const code = `own_${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`
          edit({ kind: 'question', subject: code, before: null, start: { position: questions.length, from: today } })
        }}
      >
        {questions.map(({ code, ...question }) => (
          <RegisterLine
            key={code}
            name={question.textNb}
            lines={[question.textEn]}
            tags={
              question.closed ? (
                <Tag>{t('closedQuestion')}</Tag>
              ) : (
                question.needsYes && <Tag look="ok">{t('mustBeYes')}</Tag>
              )
            }
            changeLabel={t('changeOf', { name: question.textNb })}
            onChange={() => {
              edit({ kind: 'question', subject: code, before: question, start: { ...question, from: today } })
            }}
          />
        ))}
      </RegisterCard>
      <RegisterCard title={t('areasTitle')} text={t('areasText')}>
        {areas.map(({ code, ...area }) => (
          <RegisterLine
            key={code}
            name={area.wordNb ?? areaName(code, 'work')}
            lines={[area.wordNb && areaName(code, 'work')]}
            tags={area.closesOn && <Tag>{t('closes', { day: plainDay(area.closesOn, today) })}</Tag>}
            changeLabel={t('changeOf', { name: areaName(code, 'work') })}
            onChange={() => {
              edit({ kind: 'area', subject: code, before: area, start: area })
            }}
          />
        ))}
      </RegisterCard>
    </>
  )
}
