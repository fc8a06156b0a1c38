// Finnish, Estonian, Latvian, Lithuanian and Hungarian cues: endings carry the grammar, so most are beginnings (`*`).
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const balticFinnic: CueTable = {
  languages: ['fi', 'et', 'lv', 'lt', 'hu'],
  cues: `
email: sahkoposti|sahkopostiosoite*|sahkopostisi|sahkopostia; e posti|e posti aadress|meiliaadress|meil; e pasts|e pasta|e pasta adrese|epasts|e pastu; el pastas|el pasto|el pasto adresas|elektroninis pastas|elektroninio pasto; email cim*|emailcim*
username: kayttajatunnus*|kayttajanimi*|tunnus|nimimerkki|kirjautumistunnus; kasutajanimi|kasutajatunnus|kasutaja; lietotajvards|lietotaja vards|lietotajs|segvards; vartotojo vardas|naudotojo vardas|prisijungimo vardas|vartotojas|slapyvardis; felhasznalonev*|felhasznaloi nev|felhasznalo|becenev|azonosito
password: salasana*; parool*|salasona*; ; slaptazod*; jelszo|jelszav*
code: vahvistuskoodi*|turvakoodi*|kertakayttokoodi*|kertakayttoinen koodi|tunnuskoodi|todennuskoodi*|varmennuskoodi*; kinnituskood*|turvakood*|uhekordne kood|kontrollkood|sisesta kood|kohaline kood; apstiprinajuma kods|drosibas kods|verifikacijas kods|vienreizejais kods|vienreizeja parole|apstiprinajuma kodu|ievadiet kodu; patvirtinimo kod*|saugos kod*|vienkartin* kod*|vienkartinis slaptazodis|iveskite koda|skaitmenu kod*; ellenorzo kod*|biztonsagi kod*|megerosito kod*|hitelesito kod*|egyszeri kod*|egyszer hasznalatos|azonosito kod
code?: koodi; kood; kods; kodas
phone: puhelin|puhelinnumero*|matkapuhelin*|puh; mobiil*; talrunis|talruna numurs|mobilais; mobilusis; telefonszam*|mobilszam|mobiltelefon*
given-name: etunimi|etunimet|etunimesi; eesnimi; ; ; keresztnev|utonev
given-name?: ; ; vards; vardas
family-name: sukunimi|sukunimesi; perekonnanimi|perenimi; uzvards; pavarde; vezeteknev|csaladnev
full-name: koko nimi|etu ja sukunimi|nimesi; taisnimi|ees ja perekonnanimi|teie nimi|sinu nimi; vards uzvards|vards un uzvards|pilns vards|jusu vards; vardas pavarde|vardas ir pavarde|jusu vardas; az on neve|neved|vezeteknev es keresztnev|nev
full-name?: nimi
birth-date: syntymaaika|syntymapaiva; sunniaeg|sunnikuupaev; dzimsanas datums|dzimsanas diena; gimimo data; szuletesi datum|szuletesi ido
card-number: kortin numero|korttinumero|luottokort*; kaardi number|kaardinumber|krediitkaar*; kartes numurs|kreditkart*; korteles numeris|kredito kortel*|mokejimo kortel*; kartyaszam*|bankkartya*|hitelkartya*
card-expiry: voimassaolo*|vanhenemispaiva|voimassa; kehtiv kuni|aegumiskuupaev|kehtivusaeg; deriguma termins|deriga lidz; galiojimo data|galioja iki; lejarat*|ervenyesseg*
card-code: kortin turvakoodi|tarkistusnumero; kaardi turvakood; kartes drosibas kods; korteles saugos kodas; kartya biztonsagi kod*|ellenorzo szam
card-name: kortinhaltija*|nimi kortissa|kortin haltija*; kaardi omanik*|nimi kaardil|kaardiomanik*; kartes ipasniek*|vards uz kartes; korteles savinink*|vardas ant korteles|korteles turetoj*; kartyabirtokos*|kartyan szereplo nev|nev a kartyan
captcha: kuvan merkit|kuvan teksti|kuvassa nakyva*; tahed pildil|pildil olev*|robotiloks; attela redzam*|simboli no attela|kods no attela; simboliai is paveikslel*|kodas is paveikslelio|apsaugos kodas; kepen lathato*|a kepen|ellenorzo kep
promo: alennuskoodi|kampanjakoodi|tarjouskoodi|etukoodi|kuponki*; sooduskood*|kampaaniakood|kupong*; atlaizu kod*|atlaides kod*; nuolaidos kod*|akcijos kod*; kuponkod*|kedvezmenykod*|promocios kod*|akcios kod
reference: tilausnumero|asiakasnumero; tellimuse number|kliendinumber; pasutijuma numurs|klienta numurs; uzsakymo numeris|uzsakymo nr; rendelesszam|rendelesi szam
search: haku; otsi; meklet; ieskoti; kereses
address: katuosoite|osoite; aadress|tanav; adrese|iela; adresas|gatve; cim|utca
message: viesti|viestisi; sonum|kommentaar; zina|zinojums; zinute|komentaras; uzenet|megjegyzes
or: tai; voi; vai; arba|ar; vagy
again: vahvista|uudelleen|uudestaan|toista; korda|kinnita|uuesti; atkartot*|apstiprin*|velreiz; pakarto*|patvirtin*|dar karta; megerosit*|ismet|ujra|megegyszer
fresh: uusi|luo|valitse; uus|loo|vali; jauna|izveido*; naujas|sukur*; uj|valassz|hozz letre
stale: nykyinen|vanha; praegune|vana; pasreizeja|veca|esosa; dabartinis|senas|esamas; jelenlegi|regi|mostani
rules: vahintaan|merkkia pitka; vahemalt|tahemarki; vismaz|simboli; maziausiai|simboliu; legalabb|karakter hosszu
@sign-up: luo tili|luo kayttajatili|rekisteroidy|rekisteroityminen|liity|uusi asiakas; loo konto|liitu|uus kasutaja; registre*|izveidot kontu|jauns lietotajs; sukurti paskyra|naujas vartotojas; regisztraci*|regisztral*|fiok letrehozasa|uj vasarlo|csatlakozz
@log-in: kirjaudu|kirjautuminen|unohditko salasana*|unohtunut salasana|muista minut|tervetuloa takaisin; logi sisse|sisene|sisselogimine|unustasid parooli|unustasin parooli|jata mind meelde; piesleg*|ieiet|autoriz*|aizmirs* parol*|ienakt|atcereties mani; prisijung*|pamirs* slaptazod*|prisiminti mane; bejelentkez*|belepes|belep|elfelejtett jelszo|elfelejtettem*|emlekezz ram
@newsletter: uutiskirje*; uudiskir*; jaunum*|abonet; naujienlaisk*|prenumeruo*; hirlevel*|feliratkoz*
@contact: ota yhteytta|yhteydenotto*|laheta viesti; vota uhendust|saada sonum|kirjuta meile; sazin*|sutit zinu; susisiek*|siusti zinute; kapcsolat|lepjen kapcsolatba|uzenet kuldese
@checkout: ostoskori*|toimitus*|tilaus; ostukorv*|tarne|tellimus; grozs|piegad*|pasuti*; krepsel*|pristatym*|uzsaky*; kosar|szallitas*|megrendeles*
@settings: asetukset|vaihda salasana; seaded|muuda parooli; iestatijumi|mainit paroli; nustatymai|keisti slaptazodi; beallitasok|jelszo modositas*
@code-totp: todennussovellu*; autentimisrakendus*; autentifikacijas lietotn*; autentifikavimo program*; hitelesito alkalmazas*
@code: syota koodi; sisesta kood; ievadi kodu; iveskite koda; ird be a kodot
`,
};
