// Words of codes and links in the languages of western and southern Europe: data for vocabulary.ts, in the notation that words.ts
// explains. Reviewed by hand; add a word where a mail was misread, with that mail as a fixture.
import type { LanguageWords } from './language-words.ts';

export const WEST = {
  en: {
    code: 'code, codes, *code, otp, otps, passcode, pin, one time password, one time pass, one time pin, onetime password, temporary password, login password, tan, 2fa',
    purpose:
      'approve, verif*, confirm*, authenticat*, authoriz*, authoris*, auth, security, secure, log in, login, sign in, signin, sign up, one time, single use, two factor, two step, activat*, access, temporary, expire*, identity, password, enter*, valid, share, recovery, following',
    other:
      'appointment, booking, reservation, subscription, shipment, report, report to, report fraud, helpline, order, order number, invoice, receipt, ref, reference, reference code, ticket, case, zip, zip code, zipcode, postcode, postal code, post code, suite, copyright, since, tel, phone, call, fax, mobile, ending in, ending with, ends with, ends in, barcode, bar code, qr code, promo, promo code, promocode, discount, discount code, coupon, coupon code, voucher, voucher code, gift card, gift code, offer code, referral code, invite code, purchase code, claim code, identifier code, area code, country code, dress code, source code, error code, status code, code of conduct, tracking, tracking number, tracking code, shipment, booking code, booking reference, reservation, confirmation number, membership, member, customer number, customer id, account number, account ending, card ending, po box, box, room, flight, model, version, build, issue, balance, total, amount, price, text * to, txt * to, send * to, sms to, txt, reply to, points, draw, prize, winner, no, number, short code, shortcode, hex code, vat, iban, swift code, sort code, color code, product code, item code, serial number, part number',
    verify: 'verif*, confirm*, activat*, validat*, belongs to you, this is me, that s me, it s me',
    signIn:
      'sign in, signin, log in, login, magic link, sign on, access link, temporary access, access your account, login link',
    reset:
      'reset*, recover*, forgot*, new password, change password, set password, set a password, change your password, update password, credential*',
    account:
      'link account*, link your account*, link * account, linking, connect your account, new sign in, new signin, new login, new log in, sign in attempt, login attempt, unusual, suspicious, unrecogni*, was this you, administrator*, update account, update your account, invit*, join',
    offer:
      'prize, prizes, winner*, won, discount*, promo*, sale, voucher*, coupon*, off your, deals, gift card*, bonus, reward*, percent off, draw, shop now, shop the, billed, ringtone*, bogo, free entry',
    use: 'use, enter, type, input, using',
  },
  de: {
    code: 'code, *code, codes, kode, einmalpasswort, einmalkennwort, einmal passwort, tan, mtan, smstan, pushtan, chiptan, phototan, zahlencode, pin',
    purpose:
      'bestatig*, *bestatig*, verifizier*, anmeld*, anmelde*, einlogg*, login, sicherheit*, zugang*, zweifaktor*, zwei faktor, gultig, eingeb*, folgenden, freigabe*, registrier*',
    other:
      'bestellung, termin, buchung, reservierung, bestellbestatigung, bestellnummer, *nummer, rechnung*, kundennummer, gutschein*, rabatt*, gutscheincode, rabattcode, aktionscode, plz, postleitzahl, tel, telefon, fax, postfach, betrag, sendung*, barcode, qr code, hotline, endet auf, seit',
    verify: 'bestatig*, verifizier*, aktivier*, freischalt*, das bin ich, dir gehort, ihnen gehort',
    signIn: 'anmeld*, einlogg*, login, anmeldelink',
    reset: 'zurucksetz*, passwort andern, neues passwort, passwort vergessen, kennwort',
    account:
      'neue anmeldung, anmeldeversuch, ungewohnlich*, verknupf*, verlink*, administrator*, konto aktualisier*, einlad*, eingeladen',
    offer: 'rabatt*, gutschein*, angebot*, gewinn*, preis, rabattaktion*, sparen, geschenk*',
    use: 'nutzen sie, nutze, verwende*, gib, geben sie, eingeben',
  },
  nl: {
    code: 'code, *code, codes, eenmalig wachtwoord, tijdelijk wachtwoord, pincode',
    purpose:
      'verifi*, bevestig*, inlog*, aanmeld*, beveilig*, toegang*, eenmalig*, invoer*, voer, volgende, geldig, verloopt, activer*',
    other:
      'bestelling, afspraak, boeking, reservering, bestelnummer, *nummer, factuur, postcode, kortingscode, actiecode, vouchercode, barcode, telefoon, bel, bedrag, referentie, sinds, tracktrace',
    verify: 'verifi*, bevestig*, activeer*, valideer*',
    signIn: 'inlogg*, aanmeld*, log in',
    reset:
      'herstel*, reset*, vergeten, nieuw wachtwoord, wijzig* wachtwoord, wachtwoord wijzig*, inloggegevens',
    account:
      'nieuwe aanmelding, nieuwe login, inlogpoging, ongebruikelijk*, koppel*, beheerder*, account bijwerken, uitnod*, uitgenodigd',
    offer: 'korting*, aanbieding*, prijs, gewonnen, cadeau*',
    use: 'gebruik, voer, vul',
  },
  sv: {
    code: 'kod, koden, *kod, *koden, engangslosenord, pinkod',
    purpose:
      'verifier*, bekraft*, inlogg*, logga in, sakerhet*, engangs*, ange, skriv, foljande, giltig*, aktiver*',
    other:
      'order, ordernummer, *nummer, faktura, rabattkod, kampanjkod, postnummer, streckkod, telefon, ring, belopp, referens, sedan',
    verify: 'verifier*, bekraft*, aktiver*',
    signIn: 'logga in, inlogg*',
    reset: 'aterstall*, glomt, nytt losenord, byt losenord, andra losenord',
    account:
      'ny inloggning, inloggningsforsok, lank* * konto, koppla*, administrator*, uppdatera ditt konto, uppdatera * konto, inbjud*',
    offer: 'rabatt*, erbjudand*, vinn*, vunnit, kampanj*',
    use: 'anvand, ange, skriv',
  },
  da: {
    code: 'kode, koden, *kode, *koden, engangskode, engangsadgangskode',
    purpose:
      'verificer*, bekraeft*, bekraft*, login, log ind, logge ind, sikkerhed*, engangs*, indtast*, folgende, gyldig, udlober, aktiver*, godkend*',
    other:
      'ordre, ordrenummer, *nummer, faktura, rabatkode, postnummer, stregkode, telefon, ring, belob, reference, siden',
    verify: 'verificer*, bekraeft*, bekraft*, aktiver*, godkend*',
    signIn: 'log ind, login',
    reset: 'nulstil*, glemt, ny adgangskode, skift adgangskode, legitimationsoplysninger',
    account:
      'link* * konto, tilknyt*, forbind*, kaede, kaed*, administrator*, opdater* * konto, inviter*, invitation*',
    offer: 'rabat*, tilbud*, praemie*, vinder*, vundet, kampagne*',
    use: 'brug, indtast, benyt',
  },
  no: {
    code: 'kode, koden, *kode, *koden, engangskode, engangspassord',
    purpose:
      'bekreft*, verifiser*, logg inn, innlogging*, sikkerhet*, engangs*, skriv inn, tast inn, folgende, gyldig, aktiver*',
    other:
      'ordre, ordrenummer, *nummer, faktura, rabattkode, postnummer, strekkode, telefon, ring, belop, referanse, siden',
    verify: 'bekreft*, verifiser*, aktiver*',
    signIn: 'logg inn, innlogging*',
    reset: 'tilbakestill*, nullstill*, glemt, nytt passord, endre passord, bytt passord',
    account: 'koble*, knytt*, administrator*, oppdater* * konto, inviter*, invitasjon*',
    offer: 'rabatt*, tilbud*, premie, vinn*, vunnet, kampanje*',
    use: 'bruk, skriv inn, tast inn',
  },
  fr: {
    code: 'code, codes, mot de passe unique, mot de passe a usage unique, mot de passe temporaire, otp',
    purpose:
      'verif*, confirm*, valid*, authentif*, connexion, connecter, securit*, usage unique, acces, saisi*, entre*, suivant, expire*, identite, activation',
    other:
      'commande, rendez vous, reservation, facture, code postal, code promo, code promotionnel, code de reduction, code barres, bon de reduction, cheque cadeau, tel, telephone, appel*, reference, colis, suivi, client, montant, numero, depuis',
    verify: 'verif*, confirm*, activer, activez, active, activation, valida*, valide*',
    signIn: 'connectez*, connecter, connexion',
    reset: 'reinitialis*, mot de passe oublie, nouveau mot de passe, changer * mot de passe, identifiants',
    account:
      'nouvelle connexion, tentative de connexion, inhabituel*, lier, liaison, associer, administrateur*, mettre a jour votre compte, invit*',
    offer: 'reduction*, remise*, promo*, offre*, gagn*, bon d achat, solde*, cadeau*',
    use: 'utilisez, saisissez, entrez, tapez',
  },
  es: {
    code: 'codigo, codigos, clave, contrasena de un solo uso, contrasena temporal, pin, otp',
    purpose:
      'verific*, confirm*, autentic*, autoriz*, acceso, iniciar sesion, inicio de sesion, segurid*, un solo uso, introduc*, ingres*, siguiente, caduca, valido, activacion',
    other:
      'pedido, cita, reserva, factura, codigo postal, codigo promocional, codigo de descuento, codigo de barras, cupon, tel, telefono, llama*, referencia, envio, importe, numero, desde, saldo',
    verify: 'verific*, confirm*, activa, activar, active, activacio*, valida*, valide*',
    signIn: 'iniciar sesion, inicia sesion, entrar, acceder',
    reset: 'restablec*, recuper*, olvid*, nueva contrasena, cambiar * contrasena, credencial*',
    account:
      'nuevo inicio de sesion, intento de inicio, inusual*, vincul*, enlaz*, asociar, administrador*, actualiz* * cuenta, invit*',
    offer: 'descuento*, oferta*, promoc*, premio*, ganador*, cupon*, rebaja*, regalo*',
    use: 'usa, use, utiliza, utilice, introduce, ingresa, escribe',
  },
  pt: {
    code: 'codigo, codigos, senha de uso unico, senha temporaria, pin, token',
    purpose:
      'verific*, confirm*, autentic*, autoriz*, acesso, entrar, login, seguranc*, uso unico, insir*, inserindo, introduz*, digit*, seguinte, valido, ativacao, expira',
    other:
      'pedido, agendamento, reserva, fatura, codigo postal, cep, codigo promocional, codigo de desconto, codigo de barras, cupom, cupao, tel, telefone, ligue, referencia, encomenda, valor, numero, desde, saldo, codigo de rastreio',
    verify: 'verific*, confirm*, ativa, ativar, ative, ativacao, valida*, valide*',
    signIn: 'entrar, iniciar sessao, fazer login, acessar',
    reset: 'redefin*, recuper*, repor, esquec*, nova senha, nova palavra passe, alterar * senha, credencia*',
    account:
      'novo login, novo acesso, tentativa de login, incomum, vincul*, associar, ligar * conta, administrador*, atualiz* * conta, convid*, convite',
    offer: 'desconto*, oferta*, promoc*, premio*, ganhador*, cupom*, cupao, saldos',
    use: 'use, usa, utilize, insira, introduza, digite',
  },
  it: {
    code: 'codice, codici, password monouso, password temporanea, otp, pin',
    purpose:
      'verific*, conferm*, autentic*, autorizz*, accesso, accedere, sicurezza, monouso, inser*, seguente, valido, attivazione, durata, scad*',
    other:
      'ordine, appuntamento, prenotazione, fattura, codice postale, cap, codice sconto, codice promozionale, codice fiscale, codice a barre, buono, tel, telefono, chiama*, riferimento, spedizione, importo, numero, dal, saldo',
    verify: 'verific*, conferm*, attiva, attivare, attivazione, attivalo',
    signIn: 'acced*, accesso, entra',
    reset:
      'reimposta*, ripristin*, recuper*, dimentic*, nuova password, cambia* * password, reset*, credenzial*',
    account:
      'nuovo accesso, tentativo di accesso, insolit*, collega*, associa*, amministratore, aggiorna* * account, invit*',
    offer: 'sconto*, sconti, offert*, promoz*, premio, vinci, vinto, vincit*, buono sconto, saldi',
    use: 'usa, usi, utilizza, inserisci, digita',
  },
  ca: {
    code: 'codi, codis, contrasenya d un sol us',
    purpose:
      'verific*, confirm*, autentic*, inici de sessio, iniciar sessio, segure*, introdu*, seguent, caduca',
    other:
      'comanda, factura, codi postal, codi promocional, codi de descompte, telefon, import, numero, referencia',
    verify: 'verific*, confirm*, activa, activar, active, activacio*, valida*, valide*',
    signIn: 'inici* * sessio, inici* sessio, entra',
    reset: 'restabl*, reinici*, recuper*, oblid*, nova contrasenya, credencial*',
    account: 'vincul*, enllac*, associar, administrador*, actualitz* * compte, convid*, invitacio',
    offer: 'descompte*, ofert*, promoc*, premi, guany*, rebaix*',
    use: 'utilitza, usa, introdueix',
  },
  ro: {
    code: 'cod, codul, parola unica, parola temporara',
    purpose:
      'verific*, confirm*, autentific*, conect*, securit*, acces, introduc*, urmator*, valabil*, expira',
    other: 'comanda, factura, cod postal, cod promotional, cod de reducere, telefon, suma, numar*, referinta',
    verify: 'verific*, confirm*, activeaza, activati, activare*',
    signIn: 'conect*, autentific*',
    reset: 'reset*, recuper*, uitat, parola noua, schimb* parola',
    account: 'asoci*, leag*, administrator*, actualiz* cont*, invit*',
    offer: 'reducer*, ofert*, promot*, premiu, premiul, castig*',
    use: 'foloseste, folositi, introdu, introduceti',
  },
  ga: {
    code: 'cod, chod, gcod, focal faire aonuaire, pasfhocal aonuaire',
    purpose:
      'fiorai*, fhiorai*, dearbh*, dheimhnit*, logail isteach, sinigh isteach, slandail*, cuir isteach, bailiocht*',
    other: 'ordu, sonrasc, cod poist, cod lascaine, fon, uimhir, suim',
    verify: 'fiorai*, dearbh*, deimhnigh, gniomhach*',
    signIn: 'logail isteach, sinigh isteach',
    reset: 'athshocr*, dearmad*, pasfhocal nua',
    account: 'nasc*, riarthoir*, nuashonr* * cuntas, cuireadh',
    offer: 'lascain*, tairiscint*, duais*',
    use: 'usaid, cuir isteach',
  },
  mt: {
    code: 'kodici, kodici*, il kodici, password ta darba',
    purpose: 'verifik*, konferma*, ikkonferma*, idhol*, sigurta*, dahhal*, validu, awtentik*',
    other: 'ordni, fattura, kodici postali, kodici ta skont, telefon, ammont, numru',
    verify: 'ivverifik*, verifik*, ikkonferma*, attiva',
    signIn: 'idhol, illoggja',
    reset: 'irrisettja*, insejt, password gdid*',
    account: 'ghaqqad*, amministratur*, aggorna * kont*, stedin*',
    offer: 'skont*, offert*, premj*',
    use: 'uza, dahhal',
  },
} satisfies Record<string, LanguageWords>;
