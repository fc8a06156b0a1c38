// Dutch cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const nl: LanguageCues = {
  lang: 'nl',
  fields: [
    {
      means: 'email',
      words: 'e-mailadres|mailadres|e-mail adres',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'bevestig e-mail|bevestig e-mailadres|herhaal e-mail|herhaal e-mailadres|e-mail bevestigen|bevestig uw e-mailadres|e-mailadres bevestigen',
      weight: 5,
    },
    {
      means: 'username',
      words: 'gebruikersnaam|gebruiker|inlognaam|gebruikers-id|bijnaam|loginnaam',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-mail of gebruikersnaam|gebruikersnaam of e-mailadres|e-mailadres of gebruikersnaam|e-mail of telefoon|e-mailadres of telefoonnummer|gebruikersnaam of e-mail|e-mailadres of klantnummer|e-mailadres of mobiel',
      weight: 6,
    },
    { means: 'password', words: 'wachtwoord|toegangscode', weight: 3 },
    {
      means: 'code',
      words:
        'verificatiecode|beveiligingscode|bevestigingscode|eenmalige code|controlecode|inlogcode|authenticatiecode|6-cijferige code|eenmalig wachtwoord|activeringscode|voer de code in|activatiecode|zescijferige code',
      weight: 4,
    },
    {
      means: 'phone',
      words: 'telefoon|telefoonnummer|mobiel|mobiel nummer|mobiele nummer|gsm|mobiele telefoon|gsm-nummer',
      weight: 3,
    },
    { means: 'given-name', words: 'voornaam|roepnaam', weight: 4 },
    { means: 'family-name', words: 'achternaam|familienaam', weight: 4 },
    {
      means: 'full-name',
      words: 'volledige naam|voor- en achternaam|uw naam|je naam|voornaam en achternaam',
      weight: 4.5,
    },
    { means: 'full-name', words: 'naam', weight: 2 },
    { means: 'birth-date', words: 'geboortedatum|verjaardag', weight: 4 },
    { means: 'birth-day', words: 'geboortedag', weight: 5 },
    { means: 'birth-month', words: 'geboortemaand', weight: 5 },
    { means: 'birth-year', words: 'geboortejaar', weight: 5 },
    { means: 'card-number', words: 'kaartnummer|creditcardnummer|creditcard', weight: 4 },
    {
      means: 'card-expiry',
      words: 'vervaldatum|geldig tot|verloopdatum',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'vervalmaand', weight: 5.5 },
    { means: 'card-expiry-year', words: 'vervaljaar', weight: 5.5 },
    {
      means: 'card-code',
      words: 'veiligheidscode|cvc-code|kaartverificatiecode',
      weight: 5,
    },
    {
      means: 'card-name',
      words: 'kaarthouder|naam op kaart|naam kaarthouder|naam op de kaart|naam van de kaarthouder',
      weight: 6,
    },
    {
      means: 'captcha',
      words: 'tekens in de afbeelding|code in de afbeelding|typ de tekens',
      weight: 6,
    },
    {
      means: 'promo',
      words: 'kortingscode|actiecode|couponcode|promotiecode|vouchercode|waardebon|uitnodigingscode|korting',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'cadeaukaart|cadeaubon|klantenkaart|giftcard|spaarkaart',
      weight: 6,
    },
    {
      means: 'reference',
      words:
        'bestelnummer|ordernummer|factuurnummer|klantnummer|boekingsnummer|volgnummer|landcode|referentienummer',
      weight: 5,
    },
    { means: 'search', words: 'zoeken|zoek|waar ben je naar op zoek|zoekterm', weight: 4 },
    {
      means: 'address',
      words: 'straat|huisnummer|adres|straatnaam|toevoeging|bezorgadres|factuuradres',
      weight: 4,
    },
    {
      means: 'region',
      words: 'plaats|stad|woonplaats|provincie|gemeente|taal|nationaliteit|geboorteplaats',
      weight: 4,
    },
    {
      means: 'company',
      words: 'bedrijf|bedrijfsnaam|organisatie|functie|beroep',
      weight: 4.2,
    },
    { means: 'quantity', words: 'aantal|hoeveelheid|leeftijd', weight: 4 },
    { means: 'amount', words: 'bedrag|donatie|prijs', weight: 4 },
    { means: 'secret-question', words: 'geheime vraag|beveiligingsvraag', weight: 6 },
    {
      means: 'message',
      words: 'bericht|uw bericht|opmerking|onderwerp|opmerkingen|reactie',
      weight: 3.5,
    },
    {
      means: 'document',
      words: 'btw-nummer|kvk-nummer|paspoortnummer|bsn|rijksregisternummer',
      weight: 4.5,
    },
    { means: 'salutation', words: 'aanhef|geslacht', weight: 5 },
    { means: 'middle-name', words: 'tussenvoegsel|tussenvoegsels', weight: 5.5 },
    { means: 'date', words: 'aankomst|vertrek', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nieuw wachtwoord|bevestig wachtwoord|herhaal wachtwoord|wachtwoord bevestigen|wachtwoord herhalen|kies een wachtwoord|maak een wachtwoord|bevestig je wachtwoord|bevestig uw wachtwoord|herhaal|bevestig',
      weight: 4,
    },
    { means: 'new-password', words: 'minimaal|ten minste|minstens|hoofdletter', weight: 2.5 },
    { means: 'current-password', words: 'huidig wachtwoord|oud wachtwoord', weight: 4 },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'registreren|registreer|account aanmaken|aanmelden als|maak een account|nieuw account|inschrijven|schrijf je in|nieuwe klant|registratie|account maken|lid worden|word lid',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'inloggen|aanmelden|wachtwoord vergeten|ingelogd blijven|onthoud mij|al een account|bestaande klant|welkom terug',
      weight: 3,
    },
    {
      means: 'newsletter',
      words: 'nieuwsbrief|abonneer|schrijf je in voor|blijf op de hoogte|aanmelden nieuwsbrief|abonneren',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'neem contact op|bericht versturen|contactformulier|stuur bericht|verstuur bericht',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words: 'bestelling|bezorgadres|factuuradres|afrekenen|winkelwagen|verzending|verzendadres',
      weight: 3,
    },
    {
      means: 'payment',
      words: 'betaling|betalen|creditcard|betaalmethode|betaalwijze',
      weight: 3,
    },
    { means: 'search', words: 'zoeken|zoek|resultaten', weight: 3 },
    {
      means: 'settings',
      words:
        'instellingen|wachtwoord wijzigen|profiel bewerken|wijzigingen opslaan|mijn profiel|nieuw wachtwoord|wachtwoord resetten',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'naar je e-mail|naar uw e-mail|controleer je e-mail|inbox|bevestig je e-mailadres|e-mail gestuurd|verifieer je e-mail|spammap',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'naar je telefoon|sms-bericht|naar uw telefoon|naar je mobiel',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: 'authenticatie-app|verificatie-app',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'verificatiecode|beveiligingscode|tweestapsverificatie|twee-factor|tweefactor|voer de code in|code opnieuw versturen|bevestigingscode|geen code ontvangen|verifiëren|verificatie',
      weight: 3,
    },
  ],
};
