import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { plainDay } from '../../texts/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** Legal bodies, and the services under them. */
export function Services() {
  const { t } = useTranslation('administration')
  const { registers, edit } = useRegisters()
  const { today, organisations, services } = registers
  return (
    <>
      <RegisterCard
        title={t('servicesTitle')}
        text={t('servicesText')}
        add={t('add.service')}
        onAdd={() => {
          edit({ kind: 'service', subject: newId(), before: null, start: { opensOn: today } })
        }}
      >
        {services.map(({ id, isLab, ...service }) => (
          <RegisterLine
            key={id}
            name={service.name}
            lines={[
              [
                service.serviceType && t(`serviceTypes.${service.serviceType}`),
                organisations.find((each) => each.id === service.organisationId)?.name,
              ]
                .filter(Boolean)
                .join(', '),
              `«${service.inSentence}»`,
            ]}
            tags={
              service.closesOn ? (
                <Tag>{t('closes', { day: plainDay(service.closesOn, today) })}</Tag>
              ) : (
                service.opensOn > today && (
                  <Tag look="need">{t('opens', { day: plainDay(service.opensOn, today) })}</Tag>
                )
              )
            }
            changeLabel={t('changeOf', { name: service.name })}
            onChange={
              isLab
                ? undefined
                : () => {
                    edit({ kind: 'service', subject: id, before: service, start: service })
                  }
            }
          />
        ))}
      </RegisterCard>
      <RegisterCard
        title={t('organisationsTitle')}
        text={t('organisationsText')}
        add={t('add.organisation')}
        onAdd={() => {
          edit({ kind: 'organisation', subject: newId(), before: null, start: {} })
        }}
      >
        {organisations.map(({ id, ...body }) => (
          <RegisterLine
            key={id}
            name={body.name}
            lines={[t(`sectors.${body.sector}`), body.organisationNumber?.replace(/(\d{3})(?=\d)/g, '$1\u00a0')]}
            changeLabel={t('changeOf', { name: body.name })}
            onChange={() => {
              edit({ kind: 'organisation', subject: id, before: body, start: body })
            }}
          />
        ))}
      </RegisterCard>
    </>
  )
}
