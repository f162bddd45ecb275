import type { Proposal } from '@velferdslab/core/change'
import { needsTwo } from '@velferdslab/core/change-rules'
import type { ProposeChange } from '@velferdslab/core/commands/administration'
import type { ChangeId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeChange } from '../../administration-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { Notice } from '../../ui/notice.tsx'
import { FormDialog } from '../plan/form.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { subjectInWords } from './change-words.ts'
import { ChangeField } from './change-field.tsx'
import { useRegisters, type Editing } from './editing.ts'
import { fieldsFor, onlyEndMoves } from './fields.ts'
import { readField, startOf, type Written } from './written.ts'

/** One change: how it is to stand, and why. Says before it is sent whether another administrator has to say yes. */
export function ChangeDialog({
  editing,
  onClose,
  onDone,
}: {
  editing: Editing
  onClose: () => void
  onDone: (waits: boolean) => void
}) {
  const { t } = useTranslation(['administration', 'everywhere', 'retention', 'trace'])
  const { registers } = useRegisters()
  const { me } = useRouteContext({ from: '/lab' })
  const { kind, before } = editing
  const asksWord = kind === 'privacy_word' && !before
  const [word, setWord] = useState('')
  const subject = asksWord ? word.trim().toLowerCase() : editing.subject
  const specs = fieldsFor(kind, subject)
  const shown = before && onlyEndMoves.includes(kind) ? specs.filter(({ name }) => name === 'to') : specs
  const changeId = useRef(newId<ChangeId>())
  const [written, setWritten] = useState<Written>(() => startOf(specs, editing.start))
  const [why, setWhy] = useState('')
  const [signInAs, setSignInAs] = useState('')
  const read = specs.map((spec) => [spec.name, readField(spec, written[spec.name])] as const)
  const lacks =
    read.some(([, value]) => value === undefined) ||
    why.trim().length < 3 ||
    (kind === 'person' && signInAs.trim().length < 3) ||
    (asksWord && subject.length < 2)
  const proposal = { kind, subject, after: Object.fromEntries(read) } as unknown as Proposal
  const held = registers.staff.find(({ id }) => id === me.person.id)?.roles ?? []
  const mine = held.filter(({ to }) => to === null || to >= registers.today)
  const two = !lacks && needsTwo({ me: me.person.id, rules: registers.approvals, mine }, proposal)
  const queryClient = useQueryClient()
  const command = useCommandId()
  const sending = useMutation({
    mutationFn: (input: Omit<ProposeChange, 'commandId'>) =>
      proposeChange({ ...input, commandId: command.idFor(input) }),
    onSuccess: async ({ waits }) => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: ['administration'] })
      await queryClient.invalidateQueries({ queryKey: ['privacy-words'] })
      onDone(waits)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['administration'] }),
  })
  const name = before ? subjectInWords(kind, subject, before, registers, t) : ''
  return (
    <FormDialog
      title={before ? t('administration:changeOf', { name }) : t(`administration:add.${kind as 'role'}`)}
      missing={lacks ? t('administration:missing') : null}
      submitLabel={two ? t('administration:propose') : t('administration:save')}
      sending={sending}
      onClose={onClose}
      onSend={() => {
        sending.mutate({
          changeId: changeId.current,
          proposal,
          why: why.trim(),
          ...(kind === 'person' ? { signInAs: signInAs.trim() } : {}),
        })
      }}
    >
      {kind === 'mandate' && !before && <p className="small soft">{t('administration:help.holder')}</p>}
      {asksWord && (
        <ShortText
          label={t('administration:newWord')}
          help={t('administration:help.word')}
          longest={61}
          value={word}
          onChange={setWord}
        />
      )}
      {shown.map((spec) => (
        <ChangeField
          key={spec.name}
          spec={spec}
          kind={kind}
          value={written[spec.name] ?? ''}
          onChange={(value) => {
            setWritten((those) => ({ ...those, [spec.name]: value }))
          }}
        />
      ))}
      {kind === 'person' && (
        <ShortText
          label={t('administration:signInAs')}
          help={t('administration:help.signInAs')}
          value={signInAs}
          onChange={setSignInAs}
        />
      )}
      <SharedText
        label={t('administration:fields.why')}
        help={t('administration:help.why')}
        value={why}
        onChange={setWhy}
      />
      <Notice icon={two ? 'friends' : 'check'} look={two ? 'need' : 'calm'}>
        {two ? t('administration:needsTwo') : t('administration:needsOne')}
      </Notice>
    </FormDialog>
  )
}
