// Swedish cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const sv: LanguageCues = {
  lang: 'sv',
  fields: [
    {
      means: 'email',
      words: 'e-post|epost|e-postadress|epostadress|mejl|mejladress|mailadress',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'bekräfta e-post|bekräfta e-postadress|upprepa e-post|bekräfta din e-postadress|upprepa e-postadress',
      weight: 5,
    },
    {
      means: 'username',
      words: 'användarnamn|användare|inloggningsnamn|användar-id|smeknamn|kontonamn',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-post eller användarnamn|användarnamn eller e-post|e-postadress eller användarnamn|e-post eller telefon|e-post eller telefonnummer|användarnamn eller e-postadress|e-post eller mobilnummer|e-post eller personnummer',
      weight: 6,
    },
    { means: 'password', words: 'lösenord|lösen', weight: 3 },
    {
      means: 'code',
      words:
        'verifieringskod|säkerhetskod|bekräftelsekod|engångskod|engångslösenord|6-siffrig kod|inloggningskod|autentiseringskod|aktiveringskod|sms-kod|ange koden|ange kod|sexsiffrig kod|kontrollkod',
      weight: 4,
    },
    {
      means: 'phone',
      words: 'mobiltelefonnummer',
      weight: 3,
    },
    { means: 'given-name', words: 'förnamn|tilltalsnamn', weight: 4 },
    { means: 'family-name', words: 'efternamn', weight: 4 },
    {
      means: 'full-name',
      words: 'fullständigt namn|för- och efternamn|ditt namn|förnamn och efternamn',
      weight: 4.5,
    },
    { means: 'full-name', words: 'namn', weight: 2 },
    { means: 'birth-date', words: 'födelsedatum|födelsedag', weight: 4 },
    { means: 'birth-day', words: 'födelsedagens dag', weight: 5 },
    { means: 'birth-month', words: 'födelsemånad', weight: 5 },
    { means: 'birth-year', words: 'födelseår', weight: 5 },
    { means: 'card-number', words: 'kortnummer|kreditkort|kreditkortsnummer', weight: 4 },
    {
      means: 'card-expiry',
      words: 'utgångsdatum|giltigt till|giltighetstid',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'utgångsmånad', weight: 5.5 },
    { means: 'card-expiry-year', words: 'utgångsår', weight: 5.5 },
    { means: 'card-code', words: 'cvc-kod|cvv-kod|kortets säkerhetskod', weight: 5 },
    { means: 'card-name', words: 'kortinnehavare|namn på kortet|kortinnehavarens namn', weight: 6 },
    { means: 'captcha', words: 'tecknen i bilden|koden i bilden|skriv tecknen', weight: 6 },
    {
      means: 'promo',
      words: 'rabattkod|kampanjkod|kupong|kupongkod|värdekod|inbjudningskod',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'presentkort|medlemskort|lojalitetskort|presentkortsnummer',
      weight: 6,
    },
    {
      means: 'reference',
      words: 'beställningsnummer|fakturanummer|kundnummer|bokningsnummer|referensnummer|landskod|riktnummer',
      weight: 5,
    },
    { means: 'search', words: 'sök|sök efter|vad letar du efter|söka', weight: 4 },
    {
      means: 'address',
      words: 'gata|gatuadress|adress|husnummer|leveransadress|fakturaadress',
      weight: 4,
    },
    { means: 'postcode', words: 'postnummer', weight: 5 },
    {
      means: 'region',
      words: 'postort|län|kommun|språk|nationalitet',
      weight: 4,
    },
    {
      means: 'company',
      words: 'företag|företagsnamn|yrke|befattning',
      weight: 4.2,
    },
    { means: 'quantity', words: 'antal|ålder', weight: 4 },
    { means: 'amount', words: 'belopp|gåva|pris', weight: 4 },
    { means: 'secret-question', words: 'säkerhetsfråga|hemlig fråga', weight: 6 },
    {
      means: 'message',
      words: 'meddelande|ämne|ditt meddelande|övrigt',
      weight: 3.5,
    },
    {
      means: 'document',
      words: 'personnummer|organisationsnummer|passnummer|momsregistreringsnummer',
      weight: 4.5,
    },
    { means: 'salutation', words: 'kön', weight: 5 },
    { means: 'middle-name', words: 'mellannamn', weight: 5.5 },
    { means: 'date', words: 'ankomst|avresa', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nytt lösenord|bekräfta lösenord|upprepa lösenord|välj lösenord|skapa lösenord|bekräfta ditt lösenord|upprepa|bekräfta|välj ett lösenord|skapa ett lösenord',
      weight: 4,
    },
    { means: 'new-password', words: 'minst|tecken', weight: 2.5 },
    { means: 'current-password', words: 'nuvarande lösenord|gammalt lösenord', weight: 4 },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'registrera|registrera dig|skapa konto|skapa ett konto|bli medlem|nytt konto|ny kund|registrering|skapa ditt konto',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'logga in|inloggning|glömt lösenord|glömt lösenordet|kom ihåg mig|håll mig inloggad|redan kund|redan medlem|glömt ditt lösenord',
      weight: 3,
    },
    {
      means: 'newsletter',
      words: 'nyhetsbrev|prenumerera|få nyheter|anmäl dig|nyhetsbrevet',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'kontakta oss|skicka meddelande',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words: 'beställning|leverans|leveransadress|kassa|varukorg|köp|till kassan|slutför köp|som gäst',
      weight: 3,
    },
    {
      means: 'payment',
      words: 'betalning|betala|kreditkort|betalningssätt|betalningsmetod',
      weight: 3,
    },
    { means: 'search', words: 'sök|sökresultat|resultat', weight: 3 },
    {
      means: 'settings',
      words: 'inställningar|ändra lösenord|redigera profil|spara ändringar|min profil|återställ lösenord',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'till din e-post|via e-post|kontrollera din e-post|inkorg|bekräfta din e-post|verifiera din e-post|skickat ett mejl|till din e-postadress|skräppost',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'till din telefon|textmeddelande|till ditt mobilnummer',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: 'autentiseringsapp|autentiseringsappen|qr-kod',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'verifieringskod|säkerhetskod|tvåfaktor*|tvåstegs*|ange koden|skicka igen|skicka ny kod|engångskod|bekräftelsekod|verifiera|fick du ingen kod',
      weight: 3,
    },
  ],
};
