import type { IssuerName, SignInSettings } from './contract.ts'
import { html, type Html } from './html.ts'
import type { Page } from './page.ts'

/** When sign-in does not end where it should: what happened, that it is nobody's fault, what to do, whom to call. */

type Municipality = SignInSettings['municipality']

export function notRegisteredPage(issuer: IssuerName, municipality: Municipality): Page {
  const help =
    issuer === 'citizen'
      ? html`<p>Innloggingen gikk bra. Men ${municipality.name} har ikke skrevet deg inn i velferdslaben ennå.</p>
          <p>Ring ${callable(municipality)}. De som svarer, hjelper deg videre.</p>`
      : html`<p>Innloggingen gikk bra. Men du er ikke lagt til i velferdslaben i ${municipality.name} ennå.</p>
          <p>Spør lederen din, eller ring ${callable(municipality)}.</p>`
  return notice(
    'Vi finner deg ikke her',
    issuer,
    help,
    html`<a class="btn btn--wide" href="/sign-in/signed-out">Logg ut</a>`,
  )
}

/** Where a neutral message leads: it names nobody and nothing, for anybody may have opened it. */
export function invitationPage(code: string | undefined, municipality: Municipality): Page {
  return notice(
    'Du har en melding',
    'citizen',
    html`<p>${municipality.name} har en melding til deg. Logg inn, så kan du lese den.</p>
      <p>Spørsmål? Ring ${callable(municipality)}.</p>`,
    html`<a class="btn btn--wide" href="/sign-in/citizen?return=/my${code ? `&invitation=${code}` : ''}">Logg inn</a>`,
  )
}

export function invitationGonePage(municipality: Municipality): Page {
  return notice(
    'Lenken virker ikke lenger',
    'citizen',
    html`<p>Ingenting er borte. Ring ${callable(municipality)} og be om en ny.</p>`,
    html`<a class="btn btn--wide" href="/sign-in/signed-out">Logg ut</a>`,
  )
}

export function tooLowLevelPage(stepUpUrl: string): Page {
  return notice(
    'Du må logge inn på en sikrere måte',
    'citizen',
    html`<p>
        Sidene her handler om livet ditt. Derfor åpner vi dem bare når du logger inn med høyt nivå, for eksempel BankID.
      </p>
      <p>Etterpå kommer du tilbake til samme side.</p>`,
    html`<a class="btn btn--wide" href="${stepUpUrl}">Logg inn med høyt nivå</a>
      <a class="btn btn--quiet btn--wide" href="/sign-in/signed-out">Avbryt</a>`,
  )
}

export function startAgainPage(issuer: IssuerName): Page {
  return notice(
    'Vi må begynne på nytt',
    issuer,
    html`<p>Innloggingen tok lang tid, eller den ble startet i et annet vindu. Du har ikke gjort noe galt.</p>`,
    startAgain(issuer),
  )
}

export function notTrustedPage(issuer: IssuerName, municipality: Municipality): Page {
  return notice(
    'Innloggingen ble stoppet',
    issuer,
    html`<p>Vi kunne ikke være sikre på at svaret kom fra innloggingstjenesten. Derfor er ingen logget inn.</p>
      <p>Prøv en gang til. Går det ikke da heller, ring ${callable(municipality)}.</p>`,
    startAgain(issuer),
  )
}

export function unavailablePage(issuer: IssuerName, municipality: Municipality): Page {
  return notice(
    'Innloggingen svarer ikke nå',
    issuer,
    html`<p>Prøv igjen om noen minutter. Haster det, ring ${callable(municipality)}.</p>`,
    startAgain(issuer),
  )
}

function startAgain(issuer: IssuerName): Html {
  return html`<a class="btn btn--wide" href="/sign-in/${issuer}">Logg inn på nytt</a>`
}

/** A municipality that has not written its number down yet is still somebody to call. */
function callable({ name, phone }: Municipality): Html {
  return phone === '' ? html`${name}` : html`<a class="phone" href="tel:${phone.replace(/\s/g, '')}">${phone}</a>`
}

function notice(heading: string, issuer: IssuerName, words: Html, ways: Html): Page {
  return {
    title: 'Logg inn',
    shell: issuer === 'citizen' ? 'family' : 'staff',
    main: html`<div class="notice card">
      <h1>${heading}</h1>
      ${words}
      <div class="ways">${ways}</div>
    </div>`,
  }
}
