import type { DemoPerson, IssuerName } from '../contract.ts'
import { Html, html } from '../html.ts'
import type { Page } from '../page.ts'

export const continueScriptPath = '/demo-id/continue.js'
/** Presses the one button of a page that only passes something on. Without scripts the person presses it. */
export const continueScript = `document.querySelector('form').requestSubmit(document.querySelector('[data-continue]'))\n`

export function pickerPage(issuer: IssuerName, action: string, people: readonly DemoPerson[]): Page {
  const words =
    issuer === 'citizen'
      ? {
          lead: 'Velg en av dem som bor i Fjordvik. Da ser du det den personen ser hjemme.',
          real: 'I en ekte kommune logger du inn med ID-porten.',
          other: html`<a href="/sign-in/staff">Jeg vil heller være en som jobber i Fjordvik</a>`,
        }
      : {
          lead: 'Velg en av dem som jobber i Fjordvik. Da ser du det den personen ser på jobb.',
          real: 'I en ekte kommune logger du inn med jobbkontoen din.',
          other: html`<a href="/sign-in/citizen">Jeg vil heller være en som bor i Fjordvik</a>`,
        }
  return {
    title: 'Velg hvem du vil være',
    shell: issuer === 'citizen' ? 'family' : 'staff',
    main: html`<form class="picker" method="post" action="${action}">
      <div class="hello">
        <h1>Hvem vil du være i dag?</h1>
        <p>${words.lead}</p>
        <p class="info"><strong>Dette er en demo.</strong> Alle i Fjordvik er oppdiktet. ${words.real}</p>
      </div>
      ${issuer === 'citizen' ? levels : undefined}
      <ul class="people">
        ${people.map(personButton)}
      </ul>
      <div class="foot">
        <button class="btn btn--quiet" name="cancel" value="yes">Avbryt</button>
        ${words.other}
      </div>
    </form>`,
  }
}

function personButton(person: DemoPerson): Html {
  return html`<li>
    <button class="person" name="persona" value="${person.persona}">
      <span class="initials" aria-hidden="true">${initials(person.name)}</span>
      <span><b>${person.name}</b> <span class="soft">${person.description}</span></span>
    </button>
  </li>`
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toLocaleUpperCase('nb') ?? '')
    .join('')
}

const levels = html`<details class="level">
  <summary>Prøv et lavere sikkerhetsnivå</summary>
  <fieldset>
    <legend>Hvor sikkert vil du logge inn?</legend>
    <div class="tiles">
      <label class="tile">
        <input type="radio" name="level" value="idporten-loa-high" checked />
        <span><b>Høyt nivå</b> <span class="small">Som med BankID</span></span>
      </label>
      <label class="tile">
        <input type="radio" name="level" value="idporten-loa-substantial" />
        <span><b>Betydelig nivå</b> <span class="small">Som med MinID. Da slipper du ikke inn</span></span>
      </label>
    </div>
  </fieldset>
</details>`

/** `form` is the provider's own, with its secret; the button belongs to it. */
export function signingOutPage(issuer: IssuerName, form: string): Page {
  return {
    title: 'Logg ut',
    shell: shellOf(issuer),
    script: continueScriptPath,
    main: html`<div class="notice card">
      <h1>Du logges ut</h1>
      <p>Du logges også ut av innloggingstjenesten i demoen.</p>
      ${new Html(form)}
      <div class="ways">
        <button class="btn btn--wide" form="op.logoutForm" name="logout" value="yes" data-continue>Logg ut</button>
      </div>
    </div>`,
  }
}

/** Takes over the provider's own self-submitting page, which would need a script inside the page. */
export function passingOnPage(issuer: IssuerName, action: string, inputs: ReadonlyMap<string, string>): Page {
  return {
    title: 'Logg inn',
    shell: shellOf(issuer),
    script: continueScriptPath,
    main: html`<form class="notice card" method="post" action="${action}">
      <h1>Ett øyeblikk</h1>
      <p>Du går videre om litt.</p>
      ${[...inputs].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <div class="ways"><button class="btn btn--wide" data-continue>Gå videre</button></div>
    </form>`,
  }
}

export function providerFaultPage(issuer: IssuerName, code: string): Page {
  return {
    title: 'Logg inn',
    shell: shellOf(issuer),
    main: html`<div class="notice card">
      <h1>Vi må begynne på nytt</h1>
      <p>Innloggingen tok lang tid, eller den ble startet i et annet vindu. Du har ikke gjort noe galt.</p>
      <p class="small soft">Demoens innlogging svarte: ${code}</p>
      <div class="ways"><a class="btn btn--wide" href="/sign-in/${issuer}">Logg inn på nytt</a></div>
    </div>`,
  }
}

function shellOf(issuer: IssuerName): 'family' | 'staff' {
  return issuer === 'citizen' ? 'family' : 'staff'
}
