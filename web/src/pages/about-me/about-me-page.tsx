import './about-me.css'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { takeOut } from '../../my-data-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Everything about me: one press makes one file, to read, to print and for a machine. */
export function AboutMePage() {
  const { t, i18n } = useTranslation('aboutMe')
  const command = useCommandId()
  const language = i18n.language === 'en' ? ('en' as const) : ('nb' as const)
  const take = useMutation({
    mutationFn: (input: { language: 'nb' | 'en' }) => takeOut({ ...input, commandId: command.idFor(input) }),
    onSuccess: ({ fileName, file }) => {
      command.done()
      save(fileName, file)
    },
  })
  const takesTime = useLonger(take.isPending)
  return (
    <main className="page stack" id="content">
      <div className="hello">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      <Card title={t('inIt')}>
        <div className="stack">
          <ul className="about-me__holds">
            {(['own', 'children', 'yeses', 'readers', 'plan', 'happened'] as const).map((each) => (
              <li key={each}>{t(`holds.${each}`)}</li>
            ))}
          </ul>
          <p className="soft">{t('notInIt')}</p>
        </div>
      </Card>
      <Card title={t('takeTitle')}>
        <div className="stack">
          <p>{t('takeText')}</p>
          <Notice icon="lock">{t('careful')}</Notice>
          <NotSent error={take.error} />
          <div className="row">
            <Button icon="copy" aria-busy={take.isPending} onClick={() => !take.isPending && take.mutate({ language })}>
              {take.isPending ? t('making') : t('take')}
            </Button>
          </div>
          <p role="status">
            {takesTime && t('takesTime')}
            {take.isSuccess && (
              <span className="about-me__taken">
                <Icon name="check" small />
                <span>{t('taken', { fileName: take.data.fileName })}</span>
              </span>
            )}
          </p>
        </div>
      </Card>
      <Card title={t('wrongTitle')}>
        <p>{t('wrongText')}</p>
      </Card>
    </main>
  )
}

/** Whether something has gone on for longer than a second: then the page says that it is on its way (and not before, or it would only flicker). */
function useLonger(going: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!going) return
    const timer = setTimeout(() => setLong(true), 1000)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [going])
  return long
}

/** Hands the file over. It lives in this window's memory only until then, and no address holds it. */
function save(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
