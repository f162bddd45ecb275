import './theme/index.css'
import { chosenLanguage } from '@velferdslab/core/language'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './queries.ts'
import { makeRouter } from './routes.tsx'
import { fetchBehindFirstPage, startTexts } from './texts/i18n.ts'
import { followOtherWindows } from './texts/language-choice.ts'

followOtherWindows()
void startTexts(chosenLanguage(document.cookie)).then(draw)

/** No top-level await here: with it the bundler parts the first load into small files that compress worse. */
function draw(): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('index.html has no #app')
  const queryClient = makeQueryClient()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={makeRouter(queryClient)} />
      </QueryClientProvider>
    </StrictMode>,
  )
  void fetchBehindFirstPage()
}
