// Italian cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const it: LanguageCues = {
  lang: 'it',
  fields: [
    {
      means: 'email',
      words: 'indirizzo e-mail|posta elettronica|indirizzo di posta elettronica|indirizzo mail',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words: 'conferma e-mail|conferma indirizzo e-mail|ripeti e-mail|conferma la tua email',
      weight: 5,
    },
    {
      means: 'username',
      words: 'nome utente|utente|codice utente|codice cliente',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-mail o nome utente|nome utente o e-mail|email o username|username o email|email o numero|indirizzo email o nome utente|e-mail o cellulare',
      weight: 6,
    },
    { means: 'password', words: "parola d'ordine|parola chiave", weight: 3 },
    {
      means: 'code',
      words:
        'codice di verifica|codice di sicurezza|codice di conferma|codice otp|codice monouso|codice di accesso|codice di autenticazione|password monouso|codice a 6 cifre|codice temporaneo|inserisci il codice|codice sms|codice di attivazione|codice usa e getta',
      weight: 4,
    },
    {
      means: 'phone',
      words: 'numero di telefono|cellulare|numero di cellulare|recapito telefonico|telefono cellulare',
      weight: 3,
    },
    { means: 'given-name', words: 'nome|nome di battesimo', weight: 4 },
    { means: 'family-name', words: 'cognome', weight: 4 },
    {
      means: 'full-name',
      words: 'nome e cognome|nome completo|cognome e nome|il tuo nome|nome cognome|nominativo',
      weight: 4.5,
    },
    { means: 'birth-date', words: 'data di nascita|nato il|compleanno', weight: 4 },
    { means: 'birth-day', words: 'giorno di nascita', weight: 5 },
    { means: 'birth-month', words: 'mese di nascita', weight: 5 },
    { means: 'birth-year', words: 'anno di nascita', weight: 5 },
    {
      means: 'card-number',
      words: 'numero di carta|numero carta|numero della carta|carta di credito|numero di carta di credito',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: 'data di scadenza|scadenza|scade il',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'mese di scadenza', weight: 5.5 },
    { means: 'card-expiry-year', words: 'anno di scadenza', weight: 5.5 },
    {
      means: 'card-code',
      words: 'codice di sicurezza della carta|codice cvv|codice cvc',
      weight: 5,
    },
    {
      means: 'card-name',
      words:
        'titolare della carta|nome sulla carta|intestatario|titolare|intestatario della carta|nome del titolare',
      weight: 6,
    },
    {
      means: 'captcha',
      words:
        "caratteri nell'immagine|codice nell'immagine|digita i caratteri|codice visualizzato|codice di controllo",
      weight: 6,
    },
    {
      means: 'promo',
      words: 'codice promozionale|codice sconto|buono sconto|codice promo|codice invito|codice amico|sconto',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'carta regalo|buono regalo|carta fedeltà|tessera fedeltà',
      weight: 6,
    },
    {
      means: 'reference',
      words:
        "numero ordine|numero d'ordine|numero di spedizione|numero prenotazione|numero fattura|numero pratica|prefisso",
      weight: 5,
    },
    { means: 'search', words: 'cerca|ricerca|cosa stai cercando', weight: 4 },
    {
      means: 'address',
      words: 'via|indirizzo di spedizione|numero civico|indirizzo di fatturazione|piazza|interno|scala',
      weight: 4,
    },
    { means: 'address', words: 'indirizzo', weight: 1.5 },
    { means: 'postcode', words: 'cap|codice postale|codice di avviamento postale', weight: 5 },
    {
      means: 'region',
      words: 'città|comune|stato|paese|regione|nazione|lingua|nazionalità|luogo di nascita|località',
      weight: 4,
    },
    {
      means: 'company',
      words: 'azienda|società|ragione sociale|professione|nome azienda|ente|titolo',
      weight: 4.2,
    },
    { means: 'quantity', words: 'quantità|numero di|età', weight: 4 },
    { means: 'amount', words: 'importo|donazione|prezzo', weight: 4 },
    {
      means: 'secret-question',
      words: 'domanda segreta|risposta segreta|domanda di sicurezza',
      weight: 6,
    },
    {
      means: 'message',
      words: 'messaggio|il tuo messaggio|commento|oggetto|note|richiesta',
      weight: 3.5,
    },
    {
      means: 'document',
      words:
        "codice fiscale|partita iva|carta d'identità|passaporto|numero documento|codice destinatario|pec",
      weight: 4.5,
    },
    { means: 'salutation', words: 'sesso|genere', weight: 5 },
    { means: 'date', words: 'arrivo|partenza|data', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nuova password|conferma password|conferma la password|ripeti password|ripeti la password|crea password|crea una password|scegli una password|conferma la tua password|conferma|ripeti|scegli password|reinserisci password',
      weight: 4,
    },
    { means: 'new-password', words: 'almeno|maiuscola', weight: 2.5 },
    {
      means: 'current-password',
      words: 'password attuale|vecchia password|password corrente',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'registrati|registrazione|iscriviti|crea un account|crea account|crea il tuo account|nuovo cliente|iscrizione|crea un nuovo account|registrarsi|registra|nuovo utente|unisciti',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'accedi|entra|accesso|password dimenticata|hai dimenticato la password|ricordami|sei già registrato|già cliente|hai già un account|resta connesso|rimani connesso|recupera password|sei già cliente',
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        'iscriviti alla newsletter|ricevi le offerte|resta aggiornato|rimani aggiornato|novità e offerte',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'contatti|contattaci|invia messaggio|scrivici|richiesta informazioni|richiedi informazioni',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        "ordine|spedizione|fatturazione|indirizzo di spedizione|carrello|completa l'ordine|acquista|come ospite|cassa",
      weight: 3,
    },
    {
      means: 'payment',
      words: 'pagamento|paga|paga ora|carta di credito|metodo di pagamento',
      weight: 3,
    },
    { means: 'search', words: 'cerca|ricerca|risultati', weight: 3 },
    {
      means: 'settings',
      words:
        'impostazioni|modifica password|cambia password|il mio profilo|salva modifiche|modifica profilo|reimposta password|nuova password',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        "inviato via email|alla tua email|controlla la tua email|casella di posta|verifica la tua email|conferma la tua email|via e-mail|ti abbiamo inviato un'email|posta in arrivo|all'indirizzo email|tramite email",
      weight: 4,
    },
    {
      means: 'code-sms',
      words:
        'messaggio di testo|al tuo telefono|al tuo numero|via sms|al tuo cellulare|verifica il tuo numero',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: 'app di autenticazione|applicazione di autenticazione|codice qr|app authenticator|autenticatore',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'codice di verifica|codice di sicurezza|due fattori|due passaggi|inserisci il codice|invia di nuovo il codice|codice otp|verifica|non hai ricevuto|reinvia codice|codice di conferma',
      weight: 3,
    },
  ],
};
