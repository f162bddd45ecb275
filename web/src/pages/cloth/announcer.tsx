import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  groupChanges,
  isInScope,
  waitToAnnounce,
  type Change,
  type Group,
  type Where,
} from '../../live/announcements.ts'
import { atStart, countWord, inList } from '../../texts/format.ts'
import { useClothSettings } from './settings.ts'
import { useTable } from './table-context.ts'

/** Tells a screen reader what others do, politely and grouped. In the calm it says nothing. */
export function Announcer() {
  const { room } = useTable()
  const words = useGroupInWords()
  const { scope, calm } = useClothSettings()
  const [said, setSaid] = useState('')
  const gathered = useRef<Change[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lastAt = useRef<number | null>(null)
  const inWords = useRef(words)
  useEffect(() => {
    // Counted from when it stands on the page, however slow the phone.
    if (said) lastAt.current = performance.now()
  }, [said])
  useEffect(() => {
    inWords.current = words
  })
  useEffect(() => {
    if (calm || scope === 'off') return
    const tell = () => {
      timer.current = undefined
      lastAt.current = performance.now()
      const groups = groupChanges(gathered.current)
      gathered.current = []
      const words = groups.map(inWords.current).join(' ')
      // The same sentence once more is only read aloud when it differs: a space that nobody hears.
      setSaid((before) => (before === words ? `${words}\u00a0` : words))
    }
    const stop = room.onChanges((changes) => {
      const focused = focusedCell()
      gathered.current.push(...changes.filter((change) => isInScope(change, scope, focused)))
      if (gathered.current.length === 0) return
      timer.current ??= setTimeout(tell, waitToAnnounce(performance.now(), lastAt.current))
    })
    return () => {
      stop()
      clearTimeout(timer.current)
      timer.current = undefined
      gathered.current = []
    }
  }, [room, scope, calm])
  return (
    <p className="hidden" role="status" data-announcer>
      {said}
    </p>
  )
}

function useGroupInWords(): (group: Group) => string {
  const { t } = useTranslation('cloth')
  const { person, place } = useTable()
  return (group) => {
    if ('persons' in group) {
      const names = inList(group.persons.map((id) => person(id).calledName))
      return group.is === 'came' ? t('told_came', { names }) : t('told_left', { names })
    }
    const { count } = group
    const where = { place: place(group.cell, group.area), number: countWord(count), count }
    switch (group.is) {
      case 'gone':
        return t('told_gone', { ...where, number: atStart(where.number) })
      case 'writing':
        return t('told_writing', { place: where.place, name: person(group.person).calledName })
      case 'written':
        return t('told_written', { ...where, name: person(group.person).calledName })
      case 'changed':
        return t('told_changed', { ...where, name: person(group.person).calledName })
    }
  }
}

/** The cell in which the focus stands. */
function focusedCell(): Where | null {
  const cell = document.activeElement?.closest<HTMLElement>('[data-cell]')
  return cell ? (cell.dataset as unknown as Where) : null
}
