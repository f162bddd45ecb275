/**
 * The real sign-in, done over HTTP like a browser does it: for benches, end-to-end tests and tools that need a session in a demo.
 * There is no other way in, so this walks through the demo provider's picker.
 */

type Door = 'citizen' | 'staff'
interface Browser {
  baseUrl: string
  cookies: Map<string, string>
}
interface Loaded {
  url: URL
  html: string
}

/** Signs in as a persona of the demo ('amina', 'solveig') and gives the session cookie as `name=value`. */
export async function signInAs(baseUrl: string, persona: string, door?: Door): Promise<string> {
  for (const issuer of door ? [door] : (['citizen', 'staff'] as const)) {
    const browser: Browser = { baseUrl, cookies: new Map() }
    const picker = await load(browser, new URL(`/sign-in/${issuer}`, baseUrl))
    if (!hasButtonFor(picker, persona)) continue
    await load(browser, formAction(picker), new URLSearchParams({ persona }))
    const session = [...browser.cookies].find(([name]) => /^(__Host-)?lab-session$/.test(name))
    if (!session) throw new Error(`'${persona}' was picked, but no session was opened`)
    return session.join('=')
  }
  throw new Error(`Nobody in the demo is called '${persona}'`)
}

function hasButtonFor(picker: Loaded, persona: string): boolean {
  return picker.html.includes(`name="persona" value="${persona}"`)
}

function formAction(page: Loaded): URL {
  const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1]
  if (action === undefined) throw new Error(`No form at ${page.url.pathname}`)
  return new URL(action.replaceAll('&#38;', '&'), page.url)
}

/** Follows redirects to the first page, or stops as soon as there is a session: the page behind it is no business of ours. */
async function load(browser: Browser, first: URL, form?: URLSearchParams): Promise<Loaded> {
  let url = onThisServer(browser, first)
  let body = form
  for (let step = 0; step < 12; step++) {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body ? { body } : {}),
    })
    keepCookies(browser, response)
    const location = response.headers.get('location')
    if (location === null) {
      const html = await response.text()
      if (!response.ok) throw new Error(`${response.status} at ${url.pathname}: ${heading(html)}`)
      return { url, html }
    }
    await response.body?.cancel()
    const next = new URL(location, url)
    if (url.pathname.endsWith('/callback')) return { url: next, html: '' }
    url = onThisServer(browser, next)
    body = undefined
  }
  throw new Error('Too many redirects')
}

/** The server speaks of its public address, which this machine may not reach: everything is asked at the address we were given. */
function onThisServer({ baseUrl }: Browser, url: URL): URL {
  return new URL(url.pathname + url.search, baseUrl)
}

function keepCookies({ cookies }: Browser, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('=')).trim()
    const value = pair.slice(pair.indexOf('=') + 1).trim()
    const isGone = value === '' || attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970.*)$/i.test(one))
    if (isGone) cookies.delete(name)
    else cookies.set(name, value)
  }
}

function heading(html: string): string {
  return /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? 'no page'
}
