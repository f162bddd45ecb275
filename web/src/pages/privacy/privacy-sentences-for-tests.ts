/**
 * Three hundred sentences as people write them at the table, in bokmål and nynorsk: what stands before the bar should be asked about, and with a
 * dash nothing. Everybody in them is invented, and the identity numbers are synthetic (month + 80).
 */
export const privacySentences = `
identity-number | Fødselsnummeret mitt er 01819012345, skriv det på skjemaet.
identity-number | Hun heter Noor og har nummer 15852298765.
identity-number | Personnummer 240883 91234 står på kortet.
identity-number | Sara sitt fødselsnummer: 05851512345
identity-number | Eg har D-nummer 41890112345 førebels.
identity-number | Kan du ringe NAV og oppgi 120889-45678?
identity-number | Nummeret er 30818856789 og han er i arbeid.
identity-number | NAV ba om 11 siffer, og det er 02820312345.
identity-number | Fødselsnr 19.87.75.12345 ligger i konvolutten.
identity-number | Elias 22851912345 må meldes på SFO.
identity-number | Vi fann brevet med 31808012345 på.
identity-number | På resepten står det 14836023456.
identity-number | Fødselsnummer: 08 87 99 12345
identity-number | Han logger inn med 27820434567.
identity-number | Mora hans er registrert med 11857212345.
identity-number | Hugs å skrive 09829612345 øvst på arket.
identity-number | Oskar (03851212345) skal til tannlegen.
identity-number | Skolen trenger 18850912345 for å søke.
identity-number | Dnr 65890712345 gjelder til jul.
identity-number | ID-nummeret til faren er 20814845678.
identity-number | Ho har fått nytt nummer, 13859334567.
identity-number | Skriv 07 88 84 23456 i ruta.
identity-number | Legekontoret spurte etter 25820145678.
identity-number | Søknaden ble avvist fordi 16859912345 var feil.
identity-number | Barnehagen har notert 26852112345 på lista.
telephone | Ring meg på 40000123 etter klokka fire.
telephone | Nummeret mitt er 400 00 456.
telephone | Tlf. 22 33 44 55, spør etter Kari.
telephone | Mobil: 91234567
telephone | Du kan nå meg på +47 90 12 34 56.
telephone | Mamma har nummer 4123 4567.
telephone | Ring 0047 98765432 hvis bussen er sen.
telephone | Send melding til 934 56 789 når du er framme.
telephone | Eg har fått nytt nummer: 48123456.
telephone | Telefon 55 12 34 56 mellom ni og tre.
telephone | Naboen svarer på 45678901.
telephone | Han sa at du kunne ringe 99 88 77 66.
telephone | Legevakta ga oss 23 45 67 89 å ringe.
telephone | Ta kontakt på 95 12 34 56 hvis noe skjer.
telephone | Treneren har 41 22 33 44.
telephone | Ny mobil, 47123456, den gamle er borte.
telephone | Ring heller 32 11 22 33 på dagtid.
telephone | Utleieren har telefon 69123456.
telephone | Broren min bruker 906 12 345.
telephone | Skriv til 46 78 12 34 om det haster.
telephone | Bestemor svarar på 57 12 34 56.
telephone | Nummeret hennes er hemmelig, men det er 92345678.
telephone | Kontaktlærer: 97 65 43 21
telephone | Faren kan nås på 4799 1234.
telephone | Her er nummeret: 40 12 34 56.
address | Vi bor i Storgata 12.
address | Hun flyttet til Fjordveien 8 B i mai.
address | Møt meg utenfor Kirkegata 3.
address | Leiligheten ligger i Bjørkebakken 14.
address | Adressen er Nedre vei 4.
address | Eg bur i Skulevegen 22.
address | Pappa bor i Solheimsgata 45A.
address | Det nye stedet er Olav Tryggvasons gate 9.
address | Vi skal sjå på leilegheit i Strandvegen 7.
address | Henting skjer ved Parkveien 31.
address | Postkassa står i Granstien 5.
address | Vi leier i Rosenkrantz gate 17.
address | Barnehagen ligger i Lundeveien 2.
address | Hun bor alene i Fagertunet 6.
address | Brevet ble sendt til Åsveien 19.
address | Faren har flyttet til Karl Johans gate 41.
address | Krisesenteret ligger i Myrsvingen 10.
address | Skoledrosjen stopper i Elvegata 88.
address | Vi har fått tilbud om Markaplassen 1.
address | Han sover hos broren i Tårnveien 33.
address | Mormor bur i Kyrkjegata 15.
address | Kjellerleiligheten i Industrigata 7 er fuktig.
address | Hybelen er i Sørlia 27.
address | Eg møter deg i Bryggevegen 4.
address | De fant oss i Hasselbakken 11.
diagnosis | Elias har ADHD og trenger pauser.
diagnosis | Legen mener hun har depresjon.
diagnosis | Han fikk diagnosen bipolar lidelse i fjor.
diagnosis | Sara blir utredet for autisme.
diagnosis | Mor har hatt en psykose.
diagnosis | Han har epilepsi og tar medisin.
diagnosis | Ho har diabetes type 1.
diagnosis | Jeg har PTSD etter krigen.
diagnosis | Depresjonen kom etter fødselen.
diagnosis | Noor er født med Downs syndrom.
diagnosis | Hun har en spiseforstyrrelse.
diagnosis | Far er kreftsyk og orker lite.
diagnosis | Han har prøvd å ta selvmord.
diagnosis | Ho skada seg sjølv, sjølvskadinga starta i haust.
diagnosis | Oskar har Asperger.
diagnosis | Mormor er dement.
diagnosis | Bestefar har demens og bor på heim.
diagnosis | Hun har fibromyalgi og er mye trøtt.
diagnosis | Jeg har kreft.
diagnosis | Kreften er tilbake.
diagnosis | Han er hiv-positiv.
diagnosis | De fant hepatitt C.
diagnosis | Han har schizofreni.
diagnosis | Eg har migrene tre dagar i veka.
diagnosis | Sønnen har Tourettes.
diagnosis | Jenta har bulimi.
diagnosis | Hun har anoreksi og er innlagt.
diagnosis | Fødselsdepresjonen varte et år.
diagnosis | Vi venter på utredning for dysleksi.
diagnosis | Han er utviklingshemmet.
diagnosis | Mannen min har kols.
diagnosis | Ho har ein tvangsliding.
diagnosis | Panikkangsten kommer på bussen.
diagnosis | Faren har Parkinson.
diagnosis | Astmaen er verst om vinteren.
diagnosis | Legen skrev emosjonelt ustabil personlighetsforstyrrelse.
diagnosis | Hun fikk påvist leukemi.
diagnosis | Jeg har vært psykotisk før.
diagnosis | Broren er autistisk.
diagnosis | Hun snakker om selvmordstanker.
diagnosis | Multippel sklerose gjør henne svak.
diagnosis | Han har angstlidelse.
drugs | Han bruker heroin.
drugs | Far var ruspåvirket da han hentet.
drugs | Hun tar Rivotril hver kveld.
drugs | Eg røykte hasj som ung.
drugs | Det ble funnet amfetamin.
drugs | Han er alkoholiker.
drugs | Mor har hatt et alkoholmisbruk.
drugs | Ho er i LAR og får metadon.
drugs | Overdosen skjedde i juli.
drugs | Han solgte kokain.
drugs | De røyker cannabis i oppgangen.
drugs | Han er narkoman, sier naboen.
drugs | Hun går på Subutex.
drugs | Eg er redd han tek benzo.
drugs | Avrusningen starter mandag.
drugs | Han har vore rusavhengig i ti år.
drugs | Rusmisbruket gikk ut over barna.
drugs | Tok for mye Sobril.
drugs | Han kjøpte GHB på nettet.
drugs | Moren drikker, hun er alkoholavhengig.
drugs | De fant marihuana i sekken.
drugs | Han prøvde ecstasy på festen.
drugs | Valium hjalp en stund.
drugs | Tramadol fikk han av en kamerat.
drugs | Fentanyl er farlig.
- | Jeg kan lage mat til mange.
- | Vi drømmer om et hus med hage.
- | Renholder 40 prosent. Jeg vil jobbe mer.
- | Jeg vil lege sårene og gå videre.
- | Tida leger alle sår.
- | Det gjør vondt i ryggen når jeg løfter.
- | Smertene er verst om morgenen.
- | Jeg har smerter i kneet.
- | Vi må få orden på økonomien.
- | Husleia er 12 500 kroner i måneden.
- | Vi skylder 186 000 kroner.
- | Gjelda er 22334455 kroner til sammen.
- | Kommunen brukte 45 000 000 kroner på skolen.
- | Regningen er på 4 500 kroner.
- | Det koster kr 40000000 å bygge.
- | Saksnummer 20261234 gjelder husleia.
- | Sak 23456789 er avsluttet.
- | Ref. 98765432 står på brevet.
- | KID 45678912 må være med.
- | Fakturanummer 45612378 er ikke betalt.
- | Kontonummer 1234.56.78903 står på fakturaen.
- | Betal til konto 6011 12 34567.
- | Orgnr 974 760 673 hører til kommunen.
- | Møtet er 24.11.2026 klokka 10.
- | Fristen er 20261201 i systemet.
- | Frist: 01122026
- | Vi har hatt samme problem siden 2019.
- | I 2024 og 2025 var det verst.
- | Klokka 13.00 til 15.00 på torsdag.
- | Uke 48, fra mandag 23. november.
- | Ring 116 111 om du vil snakke med noen.
- | Ring 113 hvis det haster.
- | Han er nummer 12 i køen.
- | Hun er 11 år og går i sjette.
- | Vi er fem i familien.
- | Det går 3 busser i timen.
- | Bussen tar 45 minutter.
- | Krefter har jeg nok av.
- | Vi samler nye krefter i helga.
- | Jeg får krefter av å gå tur.
- | Kreps er godt til middag.
- | Hun er lege på sykehuset.
- | Legen er snill.
- | Fastlegen hører på meg.
- | Vi går til tannlegen på fredag.
- | Han er god på sykler, biler og dører.
- | Oskar er mye borte fra skolen.
- | Vi vil høre av Oskar hvorfor.
- | Sara vil begynne på fotball.
- | Torbjørn kjører til trening.
- | Jeg er redd for å miste jobben.
- | Hun er trist for tida.
- | Jeg gruer meg til møtet.
- | Jeg er sliten og sover dårlig.
- | Barna krangler om kvelden.
- | Jeg er bekymret for Elias.
- | Han er sint når han kommer hjem.
- | Jeg føler meg alene.
- | Vi trenger noen å ringe til.
- | Jeg vil ha hjelp med rus.
- | En mor med to barn. Hun vil ha hjelp.
- | Vi snakker somali hjemme.
- | Elias trenger ro i klassen.
- | Læreren ser ham.
- | Vi har det bra i gata vår.
- | Gata 2 ganger om dagen er nok for hunden.
- | Veien 3 mil hjem er lang.
- | Vi gikk veien på 20 minutter.
- | Veien videre er ikke klar.
- | Plassen vår er for liten.
- | Det er 3 rom og kjøkken.
- | Leiligheten er på 54 kvadratmeter.
- | Vi bor i tredje etasje.
- | Vi bor ved skolen.
- | Naboene er greie.
- | Rus er ikke tema hos oss.
- | Han tar en øl på lørdag.
- | Vi drikker saft.
- | Hun lar ham prøve først.
- | Lar du meg bestemme selv?
- | Jeg lar det ligge.
- | Gresset må klippes.
- | Hesten heter Speed.
- | Han kjører for fort.
- | Kola er favoritten til Noor.
- | Snøen kom tidlig i år.
- | Vi fikk hjelp av Fjordvik IL.
- | Treneren har plass til en til.
- | Søk om barnehageplass innen 1. mars.
- | Hvem henter Noor på tirsdag?
- | Marit leser søknaden og ringer deg.
- | Tor svarer i dag.
- | Solveig tar med kaffe.
- | Kari følger opp på skolen.
- | Vi prøver i fire uker.
- | Mål: jeg vil jobbe 80 prosent innen juni.
- | Mål: barna har eget rom.
- | Lage en oversikt over alle regningene.
- | Snakke med utleieren om fukt.
- | Finne en billigere bil.
- | Lære å sykle.
- | Ta med Elias på svømming to ganger i uka.
- | Gå på norskkurs hver onsdag.
- | Eg vil ha meir tid med borna.
- | Vi treng ein større bustad.
- | Det er for dyrt å bu her.
- | Eg likar å jobbe med hendene.
- | Kva er viktig for deg?
- | Eg er god til å lytte.
- | Ho vil bli sjukepleiar.
- | Broren min hjelper til.
- | Krafta mi kjem attende om våren.
- | Skulen ringte i går.
- | Det er vanskeleg å sove.
- | Borna vil ha hund.
- | Vi skal på hytta i påsken.
- | Han samlar på frimerke.
- | Eg har 3 000 kroner att.
- | Straumen kosta 2 345,50 i mai.
- | Vi betalte 12.500,- i depositum.
- | Rutenummer 250 går hver time.
- | Rom 204 i andre etasje.
- | Kapittel 12, side 345.
- | Han løp 10 000 meter.
- | Hun gikk 22 500 000 skritt på to år.
- | Resultatet ble 3–2.
- | Temperaturen var 21,5 grader.
- | Trykk 1 for norsk.
- | Versjon 2026.11 av planen.
- | Avtalenummer 77665544 må oppgis.
- | Kundenummer 91827364 hos strømselskapet.
- | Måleren viser 45612390 kWh.
- | Ordrenr. 60012345 er sendt.
- | Koden er 4821.
- | Hun fylte 40 i 2026.
- | Fra 2019–2026 flyttet vi fem ganger.
- | Vi har spart 80 00 til nå.
- | Postnummer 3475 dekker området.
- | #hasjtag er noe de unge sier.
- | Vi pleier å le mye.
- | Hun er flink til å trøste.
- | Angst for høyder har mange.
- | Jeg blir nervøs før eksamen.
- | Det er mye press på jobben.
- | Han er innesluttet for tida.
- | En diagnose trengs ikke for å få hjelp.
- | Vi ønsker mer struktur hjemme.
- | Faste tider for mat og søvn.
- | Elias vil ha egen telefon.
- | Telefonen er ødelagt.
- | Be om time hos helsestasjonen.
- | Sykepleieren kommer på onsdag.
- | Vaksine i januar.
- | Han er ferdig med opplæringa i mars.
- | Vi trenger en seng til Noor.
- | Søsknene deler rom nå.
- | Det er langt til butikken.
- | Ho vil ta sertifikat.
`
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', ...text] = line.split(' | ')
    return { kind, text: text.join(' | ') }
  })
