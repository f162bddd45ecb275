import type { Household, HouseholdMember, Responsibility } from '@velferdslab/core/household'
import type { FamilyId } from '@velferdslab/core/ids'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { endProtection, type Press } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { usePeople } from './use-people.ts'

/** Somebody answers for another no more: what they see and have said yes to ends with it, so it is asked first. */
export function EndResponsibility(props: {
  family: FamilyId
  each: Responsibility
  of: string
  end: (input: Press) => Promise<unknown>
  onClose: () => void
}) {
  const { family, each, of: name, end, onClose } = props
  const { t } = useTranslation('people')
  const { holder } = each
  const ending = usePeople<object>(family, end, onClose)
  return (
    <AskFirst title={t('endTitle', { holder, name })} doIt={t('endDo')} sending={ending} onClose={onClose}>
      <p>{t(each.kind === 'guardian' ? 'endTextGuardian' : 'endTextParent', { holder, name })}</p>
      <p>{t('endStays')}</p>
    </AskFirst>
  )
}

/** An address is protected no more: others can find them again, which cannot be taken back. */
export function EndProtection({
  home,
  member,
  onClose,
}: {
  home: Household
  member: HouseholdMember
  onClose: () => void
}) {
  const { t } = useTranslation('people')
  const name = member.calledName
  const ending = usePeople<object>(
    home.family.id,
    (input) => {
      const id = member.protection?.id
      return id ? endProtection(home.family.id, id, input) : Promise.resolve()
    },
    onClose,
  )
  return (
    <AskFirst title={t('protectionEndTitle', { name })} doIt={t('protectionEndDo')} sending={ending} onClose={onClose}>
      <p>{t('protectionEndText', { name })}</p>
      <p>{t('protectionEndStill')}</p>
    </AskFirst>
  )
}

function AskFirst(props: {
  title: string
  doIt: string
  sending: Pick<UseMutationResult<unknown, Error, object>, 'isPending' | 'error' | 'mutate'>
  onClose: () => void
  children: ReactNode
}) {
  const { title, doIt, sending, onClose, children } = props
  const { t } = useTranslation(['people', 'everywhere'])
  return (
    <Dialog open title={title} onClose={onClose} closeLabel={t('everywhere:close')}>
      {children}
      <NotSent error={sending.error} />
      <div className="row">
        <Button aria-busy={sending.isPending} onClick={() => sending.mutate({})}>
          {doIt}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('people:outKeep')}
        </Button>
      </div>
    </Dialog>
  )
}
