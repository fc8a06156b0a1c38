// German cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const de: LanguageCues = {
  lang: 'de',
  fields: [
    {
      means: 'email',
      words: 'e-mail-adresse|emailadresse|mailadresse|mail',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'e-mail bestätigen|e-mail-adresse bestätigen|e-mail wiederholen|e-mail-adresse wiederholen|e-mail erneut eingeben',
      weight: 5,
    },
    {
      means: 'username',
      words:
        'benutzername|nutzername|anmeldename|benutzerkennung|nutzerkennung|benutzer|spitzname|loginname|zugangsnummer|benutzer-id|anzeigename',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-mail oder benutzername|benutzername oder e-mail|benutzername oder e-mail-adresse|e-mail-adresse oder benutzername|e-mail oder telefonnummer|e-mail-adresse oder telefonnummer|e-mail oder kundennummer|e-mail-adresse oder kundennummer|e-mail-adresse oder mobilnummer|benutzername/e-mail|e-mail/benutzername|e-mail oder telefon|e-mail/kundennummer',
      weight: 6,
    },
    { means: 'password', words: 'passwort|kennwort', weight: 3 },
    {
      means: 'code',
      words:
        'bestätigungscode|sicherheitscode|verifizierungscode|einmalcode|einmalpasswort|einmalkennwort|prüfcode|zugangscode|anmeldecode|authentifizierungscode|6-stelliger code|6-stelligen code|sechsstelliger code|freischaltcode|aktivierungscode|tan|code eingeben|authentisierungscode|einmal-code',
      weight: 4,
    },
    {
      means: 'phone',
      words:
        'telefon|telefonnummer|handynummer|mobilnummer|rufnummer|handy|mobiltelefon|mobil|telefon-nr.|festnetz',
      weight: 3,
    },
    { means: 'given-name', words: 'vorname|vornamen|rufname', weight: 4 },
    { means: 'family-name', words: 'nachname|familienname|zuname', weight: 4 },
    {
      means: 'full-name',
      words:
        'vollständiger name|vor- und nachname|vor- und zuname|ihr name|dein name|vorname und nachname|ganzer name|vorname nachname',
      weight: 4.5,
    },
    { means: 'birth-date', words: 'geburtsdatum|geburtstag|geboren am', weight: 4 },
    { means: 'birth-day', words: 'geburtstag tag|tag der geburt', weight: 5 },
    { means: 'birth-month', words: 'geburtsmonat', weight: 5 },
    { means: 'birth-year', words: 'geburtsjahr', weight: 5 },
    {
      means: 'card-number',
      words: 'kartennummer|kreditkartennummer|kreditkarte|karten-nr.',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: 'ablaufdatum|gültig bis|gültigkeit|gültigkeitsdatum|mm/jj|verfallsdatum',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'ablaufmonat|gültig bis monat', weight: 5.5 },
    { means: 'card-expiry-year', words: 'ablaufjahr|gültig bis jahr', weight: 5.5 },
    {
      means: 'card-code',
      words: 'prüfnummer|kartenprüfnummer|kartenprüfziffer|prüfziffer|sicherheitsnummer',
      weight: 5,
    },
    {
      means: 'card-name',
      words: 'karteninhaber|name auf der karte|name des karteninhabers',
      weight: 6,
    },
    {
      means: 'captcha',
      words:
        'zeichen im bild|code im bild|sicherheitsabfrage|zeichen aus dem bild|spamschutz|spam-schutz|bildcode',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        'gutschein|gutscheincode|rabattcode|aktionscode|gutschein-code|einladungscode|empfehlungscode|promotioncode|rabatt',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'geschenkkarte|geschenkgutschein|guthabenkarte|kundenkarte|kundenkartennummer',
      weight: 6,
    },
    {
      means: 'reference',
      words:
        'bestellnummer|auftragsnummer|sendungsnummer|rechnungsnummer|kundennummer|vertragsnummer|buchungsnummer|vorwahl|ländervorwahl|aktenzeichen|ticketnummer',
      weight: 5,
    },
    { means: 'search', words: 'suche|suchen|suchbegriff|wonach suchen sie', weight: 4 },
    {
      means: 'address',
      words:
        'straße|strasse|hausnummer|adresse|adresszusatz|anschrift|straße und hausnummer|lieferadresse|rechnungsadresse',
      weight: 4,
    },
    { means: 'postcode', words: 'plz|postleitzahl', weight: 5 },
    {
      means: 'region',
      words: 'ort|stadt|wohnort|land|bundesland|staat|staatsangehörigkeit|sprache|geburtsort',
      weight: 4,
    },
    {
      means: 'company',
      words: 'firma|unternehmen|firmenname|beruf|abteilung|titel|verein',
      weight: 4.2,
    },
    { means: 'quantity', words: 'menge|anzahl|alter', weight: 4 },
    { means: 'amount', words: 'betrag|spende|preis', weight: 4 },
    {
      means: 'secret-question',
      words: 'sicherheitsfrage|geheime antwort|sicherheitsantwort',
      weight: 6,
    },
    {
      means: 'message',
      words: 'nachricht|ihre nachricht|kommentar|betreff|bemerkung|anmerkung|mitteilung|anfrage',
      weight: 3.5,
    },
    {
      means: 'document',
      words: 'ausweisnummer|steuernummer|ust-idnr|umsatzsteuer-id|personalausweis|steuer-id|reisepass',
      weight: 4.5,
    },
    { means: 'salutation', words: 'anrede|geschlecht', weight: 5 },
    { means: 'date', words: 'anreise|abreise|datum', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'neues passwort|neues kennwort|passwort bestätigen|passwort wiederholen|kennwort wiederholen|kennwort bestätigen|passwort erneut eingeben|passwort wählen|passwort festlegen|passwort erstellen|passwortbestätigung|passwort-wiederholung|wiederholen|bestätigen',
      weight: 4,
    },
    { means: 'new-password', words: 'mindestens|zeichen lang|großbuchstaben', weight: 2.5 },
    {
      means: 'current-password',
      words: 'aktuelles passwort|altes passwort|derzeitiges passwort|bisheriges passwort|aktuelles kennwort',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'registrieren|registrierung|konto erstellen|konto anlegen|jetzt registrieren|neues konto|neu hier|account erstellen|kostenlos registrieren|kostenlos anmelden|mitglied werden|neukunde|konto eröffnen|benutzerkonto erstellen|kundenkonto anlegen|ich bin neu',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'anmelden|einloggen|anmeldung|passwort vergessen|kennwort vergessen|angemeldet bleiben|eingeloggt bleiben|willkommen zurück|bereits kunde|zugangsdaten vergessen|bereits registriert',
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        'abonnieren|auf dem laufenden|newsletter abonnieren|zum newsletter|keine angebote|neuigkeiten|nichts mehr verpassen',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'kontakt|kontaktformular|nachricht senden|schreiben sie uns|anfrage senden|rückruf',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        'kasse|zur kasse|bestellung|lieferadresse|rechnungsadresse|versand|warenkorb|als gast bestellen|als gast|bestellen|kaufen',
      weight: 3,
    },
    {
      means: 'payment',
      words:
        'zahlung|bezahlen|zahlungsart|kreditkarte|jetzt bezahlen|zahlungsmethode|zahlungspflichtig bestellen',
      weight: 3,
    },
    { means: 'search', words: 'suche|suchen|ergebnisse', weight: 3 },
    {
      means: 'settings',
      words:
        'einstellungen|passwort ändern|profil bearbeiten|änderungen speichern|neues passwort|passwort zurücksetzen|mein profil',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'per e-mail gesendet|e-mail gesendet|prüfen sie ihre e-mails|posteingang|e-mail bestätigen|e-mail-adresse bestätigen|an ihre e-mail|an deine e-mail|e-mail geschickt|spam-ordner|per e-mail',
      weight: 4,
    },
    {
      means: 'code-sms',
      words:
        'per sms|an ihr handy|an ihre telefonnummer|handynummer bestätigen|mobilnummer bestätigen|an ihre handynummer',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: 'authentifizierungs-app|authentifikator|authentifizierungsapp',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'bestätigungscode|sicherheitscode|verifizierungscode|zwei-faktor|2-faktor|code eingeben|einmalcode|code erneut senden|keinen code erhalten|verifizieren|zweistufige|zwei-schritt',
      weight: 3,
    },
  ],
};
