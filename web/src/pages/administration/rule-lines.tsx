import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { useRegisters } from './editing.ts'

/** Who has checked a rule and when; or that nobody has. */
export function useReviewLine() {
  const { t } = useTranslation('administration')
  const { today } = useRegisters().registers
  return (rule: { readonly reviewedBy: string | null; readonly reviewedOn: CalendarDay | null }) =>
    rule.reviewedBy !== null && rule.reviewedOn !== null
      ? t('rules.reviewed', { name: rule.reviewedBy, day: plainDay(rule.reviewedOn, today) })
      : t('rules.unreviewed')
}

/** Where the law is to be read. */
export function LawLink({ to, of }: { to: string; of: string }) {
  const { t } = useTranslation('administration')
  return (
    <a href={to} className="small" rel="noreferrer" aria-label={`${t('rules.readLaw')}: ${of}`}>
      {t('rules.readLaw')}
    </a>
  )
}
