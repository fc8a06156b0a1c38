// German, Dutch, Swedish, Danish and Norwegian cues. Compounds are met by their beginnings (`*`).
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const germanic: CueTable = {
  languages: ['de', 'nl', 'sv', 'da', 'no'],
  cues: `
email: email adresse|mailadresse|mail; mailadres|email adres; e post|epost|e postadress|epostadress|mejl|mejladress; ; e postadresse|epostadresse
username: benutzername|nutzername|anmeldename|benutzerkennung|nutzerkennung|benutzer|spitzname; gebruikersnaam|gebruiker|inlognaam|gebruikers id|bijnaam|loginnaam; anvandarnamn|anvandare|inloggningsnamn|anvandar id|smeknamn; brugernavn|brugerid|bruger|kaldenavn; brukernavn|bruker
password: passwort|kennwort; wachtwoord|toegangscode; losenord|losen; adgangskode*|kodeord*; passord*
code: mtan|tan|bestatigungscode|sicherheitscode|verifizierungscode|einmalcode|einmalpasswort|einmalkennwort|prufcode; verificatiecode|beveiligingscode|bevestigingscode|eenmalige code|controlecode|inlogcode|authenticatiecode|6 cijferige code|eenmalig wachtwoord; verifieringskod|sakerhetskod|bekraftelsekod|engangskod|engangslosenord|6 siffrig kod|inloggningskod; bekræftelseskode*|sikkerhedskode*|engangskode*|engangsadgangskode|verifikationskode*|godkendelseskode|sms kode; bekreftelseskode*|sikkerhetskode*|engangspassord|verifiseringskode*|autentiseringskode
code?: ; ; ; kode|koden
phone: handynummer|mobilnummer|rufnummer|handy|mobil|festnetz; telefoon|telefoonnummer|mobiel|mobiele nummer|gsm; ; tlf
given-name: vorname|vornamen|rufname; voornaam|roepnaam; fornamn|tilltalsnamn; fornavn|fornavne
family-name: nachname|familienname|zuname; achternaam|familienaam; efternamn; efternavn; etternavn
full-name: vollstandiger name|vor und nachname|vor und zuname|ihr name|dein name|vorname und nachname; volledige naam|voor en achternaam|uw naam|je naam|voornaam en achternaam; fullstandigt namn|for och efternamn|ditt namn|fornamn och efternamn; fulde navn|for og efternavn|dit navn|fuldt navn; fullt navn|for og etternavn|ditt navn
full-name?: ; naam; namn; navn
birth-date: geburtsdatum|geburtstag|geboren am; geboortedatum|verjaardag; fodelsedatum|fodelsedag; fodselsdato|fodselsdag
card-number: kartennummer|karten nr; kaartnummer|creditcardnummer|creditcard; kortnummer|kreditkort|kreditkortsnummer; betalingskort; kredittkort|kortnr
card-expiry: ablaufdatum|gultig bis|gultigkeit|gultigkeitsdatum; vervaldatum|geldig tot|verloopdatum; utgangsdatum|giltigt till|giltighetstid; udlobsdato|udlober|gyldig til; utlopsdato|utloper
card-code: prufziffer|prufnummer|kartenprufnummer|kartenprufziffer; veiligheidscode|kaartverificatiecode; kortets sakerhetskod; kontrolcifre|kontrolkode; kontrollsiffer|sikkerhetskode pa kortet
card-name: karteninhaber|name auf der karte|name des karteninhabers; kaarthouder|naam op kaart|naam op de kaart; kortinnehavare|namn pa kortet|kortinnehavarens namn; kortholder*|navn pa kort*|kortindehaver*; kortinnehaver*
captcha: zeichen im bild|code im bild|sicherheitsabfrage|zeichen aus dem bild; tekens in de afbeelding|code in de afbeelding|typ de tekens; tecknen i bilden|koden i bilden|skriv tecknen; tegn i billedet|tegnene pa billedet|teksten i billedet; tegnene i bildet|teksten i bildet
promo: gutschein|gutscheincode|rabattcode|aktionscode|einladungscode; kortingscode|actiecode|waardebon|uitnodigingscode|korting; rabattkod|kampanjkod|vardekod|inbjudningskod; rabatkode|kampagnekode|gavekode; rabattkode|kampanjekode|tilbudskode
reference: bestellnummer|auftragsnummer|sendungsnummer|rechnungsnummer; bestelnummer|ordernummer; bestallningsnummer|fakturanummer; ordrenummer|kundenummer
search: suche|suchen; zoeken; sok; sog
address: straße|strasse|hausnummer; straat|huisnummer; gata|gatuadress; adresse|vejnavn; gateadresse
postcode: plz|postleitzahl
company: firma
message: nachricht|kommentar|betreff|bemerkung; bericht|opmerking; meddelande|amne; besked; melding
document: ausweisnummer|steuernummer|ust idnr
or: oder|bzw; of; eller
again: bestatig*|wiederhol*|erneut|nochmals; bevestig*|herhaal*|opnieuw|nogmaals|herhaling; bekraft*|upprepa*|igen; bekræft|gentag; bekreft|gjenta|pa nytt
fresh: neues|wahl*|erstell*|festleg*; nieuw|kies|maak|stel; nytt|skapa|valj; ny|nyt|opret; lag
stale: aktuell*|alt|altes|derzeitig*; huidig*|oud|bestaande; nuvarande|gammalt|befintligt; nuværende|gammel|gamle; naværende|gammelt|eksisterende
rules: mindestens|zeichen lang; minimaal|ten minste; minst|tecken; mindst|tegn lang*
@sign-up: konto erstellen|konto anlegen|neues konto|neu hier|account erstellen|kostenlos anmelden; account aanmaken|aanmelden als|maak een account|nieuw account|inschrijven|schrijf je in|nieuwe klant|account maken; skapa konto|skapa ett konto|bli medlem|nytt konto|ny kund; opret konto|opret profil|opret bruger|opret dig|tilmeld dig|bliv medlem; opprett konto|opprett bruker|opprett profil|registrer*|ny kunde
@log-in: anmelden|einloggen|anmeldung|passwort vergessen|kennwort vergessen|angemeldet bleiben|eingeloggt bleiben|willkommen zuruck|bereits kunde; inloggen|aanmelden|wachtwoord vergeten|ingelogd blijven|onthoud mij|al een account|bestaande klant|welkom terug; logga in|inloggning|glomt losenord|glomt losenordet|kom ihag mig|hall mig inloggad|redan kund; log ind|log pa|glemt adgangskode*|glemt kodeord*|forbliv logget ind|husk mig|velkommen tilbage; logg inn|logg pa|glemt passord*|husk meg|velkommen tilbake|innlogging
@newsletter: abonnieren|auf dem laufenden|keine angebote|neuigkeiten; nieuwsbrief|abonneer|schrijf je in voor|blijf op de hoogte; prenumerera; nyhedsbrev*|abonner; nyhetsbrev*
@contact: nachricht senden|schreiben sie uns|anfrage senden|ruckruf; bericht versturen|stuur bericht|verstuur bericht; skicka meddelande; send besked|skriv til os; send melding
@checkout: kasse|bestellung|lieferadresse|rechnungsadresse|versand|warenkorb; bestelling|bezorgadres|factuuradres|afrekenen|winkelwagen|verzending; bestallning|leverans|leveransadress; kurv|indkobskurv|levering; handlekurv|til kassen
@settings: einstellungen|passwort andern|profil bearbeiten|anderungen speichern|neues passwort; instellingen|wachtwoord wijzigen|profiel bewerken|wijzigingen opslaan|mijn profiel; installningar|andra losenord; indstillinger|skift adgangskode; innstillinger|endre passord
@code-totp: authentifizierungs app|authentifikator|authentifizierungsapp; authenticatie app|verificatie app; ; godkendelsesapp*; autentiseringsapp*
@code: code eingeben|gib den code ein|einen code|den code; code in|een code; ange koden|en kod; indtast koden|en kode; skriv inn koden|tast inn koden
`,
};
