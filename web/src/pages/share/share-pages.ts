/** Both pages in one piece: what a browser fetches first names every piece there is. */
export { FamilySharingPage } from './family-sharing-page.tsx'
export { MySharesPage } from './my-shares-page.tsx'
