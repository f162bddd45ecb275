import { goEverywhere } from './accessible.ts'
import { test } from './lent-windows.ts'

test.use({ story: 'accessible-family' })

goEverywhere('family')
