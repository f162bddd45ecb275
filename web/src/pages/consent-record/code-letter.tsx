import './consent-record.css'
import type { ConsentRecord } from '@velferdslab/core/consent-record'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ConsentCodeId, FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { makeConsentCode } from '../../consent-code-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { familyKey } from '../../queries.ts'
import { dayOf, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

interface CodeLetterProps {
  familyId: FamilyId
  record: ConsentRecord
  today: CalendarDay
}

/** A code for who has no BankID: made here, shown once, handed over on paper. And what came of it. */
export function CodeLetter({ familyId, record, today }: CodeLetterProps) {
  const { t } = useTranslation('consentRecord')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [id] = useState(() => newId<ConsentCodeId>())
  const making = useMutation({
    mutationFn: () => makeConsentCode(familyId, record.id, { codeId: id, commandId: command.idFor({ id }) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: familyKey(familyId) }),
  })
  const { code, giver } = record
  if (code?.answeredAt)
    return (
      <p className="small">
        {code.helper
          ? t('codedHelp', { day: plainDay(dayOf(code.answeredAt), today), name: code.helper, place: code.place ?? '' })
          : t('coded', { day: plainDay(dayOf(code.answeredAt), today) })}
      </p>
    )
  return (
    <>
      {code?.callAt && (
        <Notice icon="bell" look="need">
          {t('codeCall', { name: giver, day: plainDay(dayOf(code.callAt), today) })}
        </Notice>
      )}
      {making.data ? (
        <div className="code-letter" role="status">
          <p className="strong">{t('codeLetter', { name: giver })}</p>
          <p>{t('codeGo', { address: making.data.address })}</p>
          <p className="code-letter__code">{making.data.code}</p>
          <p className="small soft">{t('codeUntil', { day: plainDay(making.data.until, today) })}</p>
        </div>
      ) : (
        record.mayMakeCode && (
          <>
            {code && <p className="small soft">{t('codeMade', { day: plainDay(code.until, today) })}</p>}
            <div className="row">
              <Button
                look="second"
                icon="pen"
                aria-busy={making.isPending}
                onClick={() => making.isPending || making.mutate()}
              >
                {t(code ? 'codeAgain' : 'codeMake')}
              </Button>
            </div>
            <p className="small soft">{t('codeWhy', { name: giver })}</p>
          </>
        )
      )}
      <NotSent error={making.error} />
    </>
  )
}
