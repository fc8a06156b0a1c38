// German, Dutch, Swedish, Danish and Norwegian cues. Compounds are met by their beginnings (`*`).
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const germanic: CueTable = {
  languages: ['de', 'nl', 'sv', 'da', 'no'],
  cues: `
email: email adresse|mailadresse|mail; mailadres|email adres; e post|epost|e postadress|epostadress|mejl; din mail; e postadresse|epostadresse|din e post
username: benutzername|nutzername|anmeldename|benutzerkennung|nutzerkennung; gebruikersnaam|gebruiker|inlognaam|gebruikers id; anvandarnamn|anvandare|inloggningsnamn|anvandar id; brugernavn|bruger id|brugerid|bruger; brukernavn|bruker id|bruker
password: passwort|kennwort; wachtwoord|toegangscode; losenord|losen; adgangskode*|kodeord*; passord*
code: mtan|tan|bestatigungscode|sicherheitscode|verifizierungscode|einmalcode|einmalpasswort; verificatiecode|beveiligingscode|bevestigingscode|eenmalige code|controlecode|inlogcode; verifieringskod|sakerhetskod|bekraftelsekod|engangskod|engangslosenord|6 siffrig kod; bekræftelseskode*|sikkerhedskode*|engangskode*|engangsadgangskode|verifikationskode*|godkendelseskode; bekreftelseskode*|sikkerhetskode*|engangspassord|verifiseringskode*|autentiseringskode
code?: ; ; ; kode|koden
phone: handynummer|mobilnummer|rufnummer|handy|mobiltelefon|mobil; telefoon|telefoonnummer|mobiel|mobiele nummer|gsm; mobiltelefonnummer; tlf|mobil nr
given-name: vorname|vornamen|rufname; voornaam|roepnaam; fornamn|tilltalsnamn; fornavn|fornavne
family-name: nachname|familienname|zuname; achternaam|familienaam; efternamn; efternavn; etternavn
full-name: vollstandiger name|vor und nachname|vor und zuname|ihr name; volledige naam|voor en achternaam|uw naam|je naam; fullstandigt namn|for och efternamn|ditt namn|fornamn och efternamn; fulde navn|for og efternavn|dit navn|fuldt navn; fullt navn|for og etternavn|ditt navn
full-name?: ; naam; namn; navn
birth-date: geburtsdatum|geburtstag; geboortedatum; fodelsedatum; fodselsdato
card-number: kartennummer|kreditkartennummer|kreditkarte; kaartnummer|creditcardnummer|creditcard; kortnummer|kreditkort|kreditkortsnummer; betalingskort; kredittkort|kortnr
card-expiry: ablaufdatum|gultig bis|gultigkeit; vervaldatum|geldig tot; utgangsdatum|giltigt till; udlobsdato|udlober; utlopsdato|utloper
card-code: prufnummer|kartenprufnummer; veiligheidscode|kaartverificatiecode; kortets sakerhetskod; kontrolcifre|kontrolkode; kontrollsiffer|sikkerhetskode pa kortet
card-name: karteninhaber|name auf der karte|name des karteninhabers; kaarthouder|naam op kaart|naam op de kaart; kortinnehavare|namn pa kortet|kortinnehavarens namn; kortholder*|navn pa kort*|kortindehaver*; kortinnehaver*
captcha: zeichen im bild|code im bild|sicherheitsabfrage|zeichen aus dem bild; tekens in de afbeelding|code in de afbeelding|typ de tekens; tecknen i bilden|koden i bilden|skriv tecknen; tegn i billedet|tegnene pa billedet|teksten i billedet; tegnene i bildet|teksten i bildet
promo: gutschein|gutscheincode|rabattcode|aktionscode; kortingscode|actiecode|waardebon; rabattkod|kampanjkod|vardekod; rabatkode|kampagnekode|gavekode; rabattkode|kampanjekode|tilbudskode
reference: bestellnummer|auftragsnummer|sendungsnummer|rechnungsnummer; bestelnummer|ordernummer; bestallningsnummer|fakturanummer; ordrenummer|kundenummer
search: suche|suchen; zoeken; sok; sog
address: straße|strasse|hausnummer; straat|huisnummer; gata|gatuadress; adresse|vejnavn; gateadresse
postcode: plz|postleitzahl
company: firma
message: nachricht|kommentar|betreff|bemerkung; bericht|opmerking; meddelande|amne; besked; melding
document: ausweisnummer|steuernummer|ust idnr
or: oder|bzw; of; eller
again: bestatig*|wiederhol*|erneut; bevestig*|herhaal*|opnieuw; bekraft*|upprepa*|igen; bekræft|gentag; bekreft|gjenta|pa nytt
fresh: neues|wahl*|erstell*; nieuw|kies; nytt|skapa; ny|nyt
stale: aktuell*|alt|altes; huidig*|oud; nuvarande|gammalt; nuværende|gammel; naværende|gammelt
rules: mindestens
@sign-up: konto erstellen|konto anlegen|jetzt registrieren|neues konto|neu hier|account erstellen; account aanmaken|aanmelden als|maak een account|nieuw account|inschrijven; registrera dig|skapa konto|skapa ett konto|bli medlem|nytt konto; opret konto|opret profil|opret bruger|opret dig|tilmeld dig; opprett konto|opprett bruker|opprett profil|registrer*
@log-in: anmelden|einloggen|anmeldung|passwort vergessen|kennwort vergessen|angemeldet bleiben|eingeloggt bleiben; inloggen|aanmelden|wachtwoord vergeten|ingelogd blijven|onthoud mij|al een account; logga in|inloggning|glomt losenord|glomt losenordet|kom ihag mig|hall mig inloggad; log ind|log pa|glemt adgangskode*|glemt kodeord*|forbliv logget ind|husk mig; logg inn|logg pa|glemt passord*|glemt passordet|husk meg|velkommen tilbake
@newsletter: abonnieren|auf dem laufenden; nieuwsbrief; nyhetsbrev; nyhedsbrev*; nyhetsbrev*
@contact: nachricht senden|schreiben sie uns|anfrage senden; bericht versturen|stuur bericht; skicka meddelande; send besked|skriv til os; send melding
@checkout: kasse|bestellung|lieferadresse
@settings: einstellungen|passwort andern
@code-totp: authentifizierungs app
`,
};
