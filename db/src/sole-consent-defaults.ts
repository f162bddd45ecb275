import type { Tx } from './connect.ts'

/**
 * Grounds on which the yes of one is enough, as a municipality begins (0036_b_sole_consent.sql). Its lawyer corrects the rows: the paragraphs stand
 * here to be looked at, and none of them is reviewed.
 */
export async function laySoleGrounds(tx: Tx, municipality: string): Promise<void> {
  await tx
    .insertInto('lab.sole_consent_ground')
    .values(
      grounds.map(({ code, from, statute, paragraph, days, nb, nn, en, without, source }, position) => ({
        municipality_id: municipality,
        code,
        valid_from: from,
        valid_to: null,
        position,
        statute,
        paragraph,
        longest_days: days,
        title_nb: nb,
        title_nn: nn,
        title_en: en,
        without_nb: without?.nb ?? null,
        without_nn: without?.nn ?? null,
        without_en: without?.en ?? null,
        source,
        reviewed_by: null,
        reviewed_at: null,
      })),
    )
    .execute()
}

const grounds = [
  {
    code: 'cannot_be_reached',
    from: '1982-01-01',
    statute: 'Barnelova',
    paragraph: '§ 30',
    days: 90,
    nb: 'Den andre kan ikke nås',
    nn: 'Den andre er ikkje å få tak i',
    en: 'The other cannot be reached',
    // Said to the one who is not waited for.
    without: {
      nb: 'Vi har ikke fått tak i deg',
      nn: 'Vi har ikkje fått tak i deg',
      en: 'We have not been able to reach you',
    },
    source: 'https://lovdata.no/dokument/NL/lov/1981-04-08-7/§30',
  },
  {
    code: 'emergency',
    from: '2018-01-01',
    statute: 'Pasient- og brukerrettighetsloven',
    paragraph: '§ 4-4',
    days: 14,
    nb: 'Det haster, så barnet ikke tar skade',
    nn: 'Det hastar, så barnet ikkje tek skade',
    en: 'It is urgent, so that the child comes to no harm',
    without: null,
    source: 'https://lovdata.no/dokument/NL/lov/1999-07-02-63/§4-4',
  },
  {
    code: 'sole_by_court',
    from: '1982-01-01',
    statute: 'Barnelova',
    paragraph: '§ 56',
    days: 366,
    nb: 'Retten har gitt én foreldreansvaret',
    nn: 'Retten har gitt éin foreldreansvaret',
    en: 'A court has given one of them parental responsibility',
    without: {
      nb: 'Retten har gitt den andre foreldreansvaret',
      nn: 'Retten har gitt den andre foreldreansvaret',
      en: 'A court has given the other parent parental responsibility',
    },
    source: 'https://lovdata.no/dokument/NL/lov/1981-04-08-7/§56',
  },
]
