import { lazy } from 'react'
import { withTexts } from '../texts/i18n.ts'

/** The cloth with its live stream is the largest part of the product, so it is fetched by itself. */
export const ClothPage = lazy(async () => {
  const { ClothPage: Page } = await withTexts(['cloth', 'privacy'], () => import('../pages/cloth/cloth-page.tsx'))
  return { default: Page }
})
