import { goEverywhere } from './accessible.ts'
import { test } from './story.ts'

test.use({ story: 'accessible-phone' })

goEverywhere('phone')
