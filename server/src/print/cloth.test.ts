import type { CalendarDay } from '@velferdslab/core/dates'
import { describe, expect, it, vi } from 'vitest'
import { aCloth, amina, aNote, elias, jonas, kari, notes, sara, somebodyAround, tor } from './a-cloth.ts'
import { printCloth } from './cloth.ts'
import { MissingGlyph } from './press.ts'
import { everyTag, readPdf, tagsNamed } from './read-pdf.ts'
import type { ClothPrint } from './sheet.ts'

// A busy machine sets a sheet slowly.
vi.setConfig({ testTimeout: 30_000 })

const print = (more: Partial<ClothPrint> = {}) =>
  printCloth({
    cloth: aCloth(),
    blank: false,
    paper: 'a3',
    language: 'nb',
    printedOn: '2026-12-01' as CalendarDay,
    ...more,
  })
const printAndRead = async (more: Partial<ClothPrint> = {}) => readPdf(await print(more))
const withNotes = (...more: typeof notes) => ({ cloth: aCloth({ notes: [...notes, ...more] }) })
const textOf = (pdf: Awaited<ReturnType<typeof printAndRead>>) => pdf.pages.map((page) => page.text).join(' ')

describe('the printed cloth in English', () => {
  it('says so to who reads it with the ears, and has no word of bokmål but what people wrote', async () => {
    const pdf = await printAndRead({ language: 'en' })
    expect(pdf).toMatchObject({ tagged: true, uaPart: '1', language: 'en', title: 'Mapping Tool' })
    expect(everyTag(pdf, 'H1').map((tag) => tag.text)).toEqual(['The plan of Familien Hansen-Ali'])
    expect(everyTag(pdf, 'H2').map((tag) => tag.text)).toEqual([
      'Around the table',
      'What we are good at',
      'What we dream of',
      'The areas of life',
      'What is difficult',
      'What do we do to succeed?',
      'The people around us',
    ])
    expect(everyTag(pdf, 'H3').map((tag) => tag.text)).toEqual(['Housing', 'Money', 'School and education'])
    const text = textOf(pdf).replaceAll('\u00a0', ' ')
    expect(text).toContain('Begun 24 November 2026. Printed 1 December 2026.')
    expect(text).toContain('Garanti for depositum TM Tor 4 December')
    expect(everyTag(pdf, 'Figure').map(({ alt }) => alt)).toContain(
      'A drawing with three rings and six sectors. Family: Asha, tante, nearest; Inger, farmor, a little further out. Friends: Hodan, venninne, nearest, bright spot. Services: Kari, lærer, a little further out.',
    )
  })

  it('takes as many sheets as in bokmål, filled and empty, on every paper', async () => {
    for (const paper of ['a3', 'a4'] as const) {
      for (const blank of [false, true]) {
        const [english, norwegian] = [
          await printAndRead({ paper, blank, language: 'en' }),
          await printAndRead({ paper, blank, language: 'nb' }),
        ]
        expect([paper, blank, english.pages.length]).toEqual([paper, blank, norwegian.pages.length])
      }
    }
  })
})

describe('the printed cloth, for who reads it with the ears', () => {
  it('says that it is PDF/UA-1, and speaks Norwegian', async () => {
    const pdf = await printAndRead()
    expect(pdf).toMatchObject({ tagged: true, uaPart: '1', language: 'nb' })
  })

  it('has a title and metadata that name nobody', async () => {
    const pdf = await printAndRead()
    expect(pdf.title).toBe('Samtaleduk')
    expect(pdf.author).toBeFalsy()
    expect(pdf.metadata).not.toMatch(/hansen|ali|amina|solveig/i)
  })

  it('begins with whose plan it is, then a heading for every cell and every area', async () => {
    const pdf = await printAndRead()
    expect(everyTag(pdf, 'H1').map((tag) => tag.text)).toEqual(['Planen til Familien Hansen-Ali'])
    expect(everyTag(pdf, 'H2').map((tag) => tag.text)).toEqual([
      'Rundt bordet',
      'Det vi er gode på',
      'Det vi drømmer om',
      'Områdene i livet',
      'Det som er vanskelig',
      'Hva gjør vi for å lykkes?',
      'Folk rundt oss',
    ])
    expect(everyTag(pdf, 'H3').map((tag) => tag.text)).toEqual(['Bolig', 'Økonomi', 'Skole og utdanning'])
  })

  it('puts the areas in a table with a head over every column', async () => {
    const pdf = await printAndRead()
    const [table] = everyTag(pdf, 'Table')
    expect(tagsNamed('TH', table!).map((tag) => tag.text)).toEqual([
      '',
      'Slik er det i dag',
      'Dette gjør vi nå',
      'Kort sikt innen',
      'Lang sikt innen',
    ])
    const rows = tagsNamed('TR', table!).slice(1)
    expect(rows).toHaveLength(3)
    expect(tagsNamed('TD', rows[0]!).map((tag) => tag.text)).toEqual([
      'Bolig',
      'To rom, fem personer. Fukt på soverommet. JH',
      'Garanti for depositum TM Tor 4. desember',
      '',
      'Søke startlån og eie selv JH Jonas 1. juni 2028',
    ])
  })

  it('makes every note an item of a list', async () => {
    const pdf = await printAndRead()
    const items = everyTag(pdf, 'LI').map((tag) => tag.text)
    for (const note of notes.filter(({ cell }) => cell !== 'around_me')) {
      expect(items.filter((item) => item.startsWith(note.words.text))).toHaveLength(1)
    }
  })

  it('says in words who stands where around the family', async () => {
    const pdf = await printAndRead()
    const drawing = everyTag(pdf, 'Figure').find((tag) => tag.text.includes('Asha'))
    expect(drawing?.alt).toBe(
      'Tegning med tre ringer og seks felt. Familie: Asha, tante, nærmest; Inger, farmor, litt lenger ute. ' +
        'Venner: Hodan, venninne, nærmest, lysglimt. Det offentlige: Kari, lærer, litt lenger ute.',
    )
  })

  it('says who wrote, who does it and when, where the eye meets marks', async () => {
    const pdf = await printAndRead()
    const item = everyTag(pdf, 'LI').find((tag) => tag.text.startsWith('Garanti for depositum'))
    expect(tagsNamed('Figure', item!).map((tag) => tag.alt)).toEqual(['Skrevet av Tor Myhre', 'Hvem:', 'Når:'])
  })
})

describe('what stands on a note', () => {
  it('tells whose words stand now, and whom it is about', async () => {
    const item = everyTag(await printAndRead(), 'LI').find((tag) => tag.text.startsWith('Få en dato'))
    expect(item?.text).toBe('Få en dato for time KN endret av SS for Elias Kari')
  })

  it('marks what is not for everybody', async () => {
    const pdf = await printAndRead(
      withNotes(
        aNote(sara, 'today', 'Jeg har ingenting.', { area: 'leisure', privacy: 'own', about: [sara] }),
        aNote(elias, 'difficult', 'Jeg vil ikke flytte.', { privacy: 'child', about: [elias] }),
        somebodyAround('Liv', 'venn', 'home', 2, { privacy: 'own' }),
      ),
    )
    const items = everyTag(pdf, 'LI').map((tag) => tag.text)
    expect(items).toContain('Jeg har ingenting. SA bare mitt')
    expect(items).toContain('Jeg vil ikke flytte. EH bare for noen')
    expect(everyTag(pdf, 'Figure').some((tag) => tag.alt?.includes('Liv, venn, litt lenger ute, bare mitt'))).toBe(true)
  })

  it('keeps both texts where two edits met, one after the other', async () => {
    const first = aNote(amina, 'succeed', 'Ring meg om kvelden.')
    const other = aNote(jonas, 'succeed', 'Ring meg på dagen.', { beside: first })
    const pdf = await printAndRead({ cloth: aCloth({ notes: [other, ...notes, first] }) })
    const items = everyTag(pdf, 'LI').map((tag) => tag.text)
    const at = items.indexOf('Ring meg om kvelden. AA')
    expect(items[at + 1]).toBe('Ring meg på dagen. JH skrevet samtidig')
  })

  it.each([
    ['#let x = 1; #panic("ut")', 'code'],
    ['$ x^2 $ og [hake] og {klamme}', 'mathematics'],
    ['*ikke fet* _ikke kursiv_ `kode` = overskrift', 'markup'],
    ['@navn <merke> \\ // kommentar /* her */ -- ~ ...', 'references and comments'],
    ['"anførsel" \'enkel\' \\u{1F600} {{x}} ${y}', 'quotes and escapes'],
  ])('prints %s as it stands: words are never %s', async (text) => {
    const pdf = await printAndRead(withNotes(aNote(amina, 'good_at', text, { who: text })))
    expect(everyTag(pdf, 'LI').map((tag) => tag.text)).toContain(`${text} AA ${text}`)
  })

  it('prints names that look like code as they stand', async () => {
    const cloth = aCloth()
    const pdf = await printAndRead({ cloth: { ...cloth, family: { ...cloth.family, name: '#strong[Ali] $' } } })
    expect(everyTag(pdf, 'H1').map((tag) => tag.text)).toEqual(['Planen til #strong[Ali] $'])
  })

  it.each([
    ['Sámi', 'Čáhppesgáisá, Ŋuorttat, đáhpáhus, ruŧŧa, žirreha'],
    ['Ukrainian', 'Ми хочемо жити разом.'],
    ['Polish', 'Źdźbło, ćma, łódź'],
    ['Tigrinya', 'ሰላም ንኹሉ'],
    ['smiles', 'Fint 😀 👍 ❤'],
  ])('has the letters of %s', async (_, text) => {
    const pdf = await printAndRead(withNotes(aNote(amina, 'dream_of', text)))
    expect(everyTag(pdf, 'LI').map((tag) => tag.text)).toContain(`${text} AA`)
  })

  it('has the letters of Arabic, which stand in another order on paper', async () => {
    const pdf = await printAndRead(withNotes(aNote(amina, 'dream_of', 'أنا أطبخ جيدا')))
    const letters = (text: string) => [...text.replace(/\P{Script=Arabic}/gu, '')].sort().join('')
    expect(letters(textOf(pdf))).toBe(letters('أنا أطبخ جيدا'))
  })

  it('keeps its lines, and leaves out what has no look on paper', async () => {
    const pdf = await printAndRead(withNotes(aNote(amina, 'good_at', 'Linje en\r\nlinje to\u0007\tslutt')))
    expect(everyTag(pdf, 'LI').map((tag) => tag.text)).toContain('Linje en linje to slutt AA')
  })
})

describe('a letter that no font has', () => {
  it('stops the print and is named by its code point', async () => {
    const refused = print(withNotes(aNote(amina, 'good_at', 'Vi bor i 東京 \u{13000}.')))
    await expect(refused).rejects.toBeInstanceOf(MissingGlyph)
    await expect(refused).rejects.toMatchObject({ codePoints: ['U+6771', 'U+4EAC', 'U+13000'] })
    await expect(refused).rejects.toThrow('No font for printing has U+6771, U+4EAC, U+13000.')
  })

  it('does not tell the words around it', async () => {
    const refused = print(withNotes(aNote(amina, 'good_at', 'En hemmelighet 東')))
    await expect(refused).rejects.not.toThrow(/hemmelighet|東/)
  })

  it('stops it in names too, and not the sheets beside it', async () => {
    const cloth = aCloth()
    const [refused, printed] = await Promise.allSettled([
      print({ cloth: { ...cloth, family: { ...cloth.family, name: '東' } } }),
      print(),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { codePoints: ['U+6771'] } })
    expect(printed.status).toBe('fulfilled')
  })
})

describe('the sheet', () => {
  it.each([
    ['a4', 842, 595, 2],
    ['a3', 1191, 842, 1],
    ['a1', 2384, 1684, 1],
  ] as const)('lies on %s', async (paper, width, height, pages) => {
    for (const blank of [true, false]) {
      const pdf = await printAndRead({ paper, blank })
      expect(pdf.pages.map((page) => ({ width: page.width, height: page.height }))).toEqual(
        Array.from({ length: pages }, () => ({ width, height })),
      )
    }
  })

  it('is empty to write on, with all nine areas, no note and no name', async () => {
    const pdf = await printAndRead({ blank: true })
    expect(everyTag(pdf, 'H3').map((tag) => tag.text)).toEqual([
      'Arbeid',
      'Bolig',
      'Fysisk helse',
      'Psykisk helse',
      'Økonomi',
      'Skole og utdanning',
      'Fritid',
      'Frivillighet',
      'Rus',
    ])
    expect(everyTag(pdf, 'LI')).toEqual([])
    expect(textOf(pdf)).not.toMatch(/hansen|amina|asha|solveig|leiligheten|2026/i)
  })

  it('is the same empty sheet for every family, byte for byte', async () => {
    const other = aCloth()
    const sheets = await Promise.all([
      print({ blank: true }),
      print({ blank: true, cloth: { ...other, family: { ...other.family, name: 'Nguyen' }, people: [], notes: [] } }),
    ])
    expect(Buffer.from(sheets[0]).equals(Buffer.from(sheets[1]))).toBe(true)
  })

  it('speaks as one when the plan is for one', async () => {
    const cloth = aCloth()
    const alone = { ...cloth, family: { ...cloth.family, name: 'Sondre Utsi', onePerson: true } }
    const text = textOf(await printAndRead({ cloth: alone }))
    expect(text).toContain('Det jeg er god på')
    expect(text).toContain('Folk rundt meg')
    expect(text).toContain('Meg')
  })

  it('prints a note whose area is not on the list', async () => {
    const pdf = await printAndRead({ cloth: aCloth({ areas: [] }) })
    expect(everyTag(pdf, 'H3').map((tag) => tag.text)).toEqual(['Bolig', 'Økonomi', 'Skole og utdanning'])
  })

  it('goes on to further pages when 300 notes want room, each note once, heads on every page', async () => {
    const areas = ['work', 'housing', 'economy', 'school', 'leisure'] as const
    const cells = ['today', 'now', 'short_term', 'long_term'] as const
    const common = ['good_at', 'dream_of', 'difficult', 'succeed'] as const
    const writers = [amina, jonas, tor, kari]
    const many = Array.from({ length: 300 }, (_, index) => {
      const author = writers[index % 4]!
      const text = `Lapp ${index}. ${'Vi ser på det sammen og finner ut av det. '.repeat(1 + (index % 3)).trim()}`
      return index % 3 === 0
        ? aNote(author, common[Math.floor(index / 3) % 4]!, text)
        : aNote(author, cells[(index * 7) % 4]!, text, { area: areas[(index * 3) % 5]!, who: 'Tor' })
    })
    for (const paper of ['a3', 'a4'] as const) {
      const pdf = await printAndRead({ cloth: aCloth({ notes: many }), paper })
      const items = everyTag(pdf, 'LI').map((tag) => /^Lapp \d+\./.exec(tag.text)?.[0])
      expect(items.filter((item) => item !== undefined).sort()).toEqual(many.map((_, index) => `Lapp ${index}.`).sort())
      expect(pdf.pages.length).toBeGreaterThan(3)
      for (const page of pdf.pages.slice(1)) {
        const table = tagsNamed('Table', page.tags)
        const goesOn = tagsNamed('H2', page.tags).some((tag) => tag.text.endsWith('(fortsetter)'))
        expect(goesOn || table.length === 1).toBe(true)
        for (const one of table) expect(tagsNamed('TH', one).map((tag) => tag.text)).toContain('Dette gjør vi nå')
      }
    }
  }, 120_000)

  it('lets numbers stand for names when more people stand around than the drawing has room for', async () => {
    const sectors = ['family', 'friends', 'leisure', 'public', 'work', 'home'] as const
    const many = Array.from({ length: 60 }, (_, index) =>
      somebodyAround(`Navn${index}`, 'bekjent', sectors[index % 6]!, 1 + (index % 3)),
    )
    const pdf = await printAndRead({ cloth: aCloth({ notes: many }) })
    const items = everyTag(pdf, 'LI').map((tag) => /Navn\d+/.exec(tag.text)?.[0])
    expect(items.filter((item) => item !== undefined).sort()).toEqual(many.map((note) => note.words.text).sort())
    expect(everyTag(pdf, 'Figure').some((tag) => tag.alt?.includes('Lista ved siden av'))).toBe(true)
  })

  it('prints an unbroken word of 600 letters inside its cell', async () => {
    const word = 'abcdefghij'.repeat(60)
    const pdf = await printAndRead(withNotes(aNote(amina, 'good_at', word)))
    expect(everyTag(pdf, 'LI').map((tag) => tag.text.replaceAll(' ', ''))).toContain(`${word}AA`)
  })

  it('has room for a large family and a crowd around the table', async () => {
    const crowd = Array.from({ length: 25 }, (_, index) => ({ ...tor, name: `Hjelper ${index}` }))
    const cloth = aCloth()
    const pdf = await printAndRead({ cloth: { ...cloth, people: [...cloth.people, ...crowd] }, paper: 'a4' })
    const items = everyTag(pdf, 'LI').map((tag) => /Hjelper \d+/.exec(tag.text)?.[0])
    expect(items.filter((item) => item !== undefined).sort()).toEqual(crowd.map((person) => person.name).sort())
  })

  it('prints a note of 300 lines, which would be taller than the page', async () => {
    const tall = Array.from({ length: 300 }, () => 'W').join('\n')
    const pdf = await printAndRead(withNotes(aNote(amina, 'now', tall, { area: 'economy' })))
    expect(textOf(pdf).match(/W/g)).toHaveLength(300)
  })

  it('is the same for the same cloth, byte for byte', async () => {
    const cloth = aCloth()
    expect(Buffer.from(await print({ cloth })).equals(Buffer.from(await print({ cloth })))).toBe(true)
  })
})
