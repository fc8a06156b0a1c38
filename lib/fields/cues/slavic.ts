// Polish, Czech, Slovak, Croatian and Slovenian cues: endings change with the case, so most are beginnings (`*`).
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const slavic: CueTable = {
  languages: ['pl', 'cs', 'sk', 'hr', 'sl'],
  cues: `
email: adres email|adres mailowy|adres poczty elektronicznej; emailova adresa|vas email|mailova adresa; emailovu adresu; email adresa|e posta|adresa e poste|e adresa|elektronicka posta; e postni naslov|elektronski naslov|elektronska posta|e naslov
username: nazwa uzytkownika|uzytkownik|identyfikator|nazwa konta; uzivatelske jmeno|prihlasovaci jmeno|uzivatel|prezdivka; pouzivatelske meno|prihlasovacie meno|uzivatelske meno|pouzivatel; korisnicko ime|korisnickog imena|korisnik|nadimak; uporabnisko ime|uporabnik|uporabniskega imena|vzdevek
password: haslo|hasla; heslo|hesla|heslem; heslom; lozinka|lozinku|lozinke|zaporka; geslo|gesla|geslom
code: kod weryfikacyjny|kod bezpieczenstwa|kod potwierdzajacy|kod jednorazowy|haslo jednorazowe|kod autoryzacyjny; overovaci kod*|bezpecnostni kod*|potvrzovaci kod*|jednorazovy kod|jednorazove heslo|autentizacni kod; overovaci kod|bezpecnostny kod|potvrdzovaci kod|autentifikacny kod; kod za potvrdu|verifikacijski kod|sigurnosni kod|potvrdni kod|kontrolni kod|unesite kod; potrditvena koda|varnostna koda|koda za preverjanje|enkratno geslo|enkratna koda|potrditveno kodo
code?: ; kod; ; ; koda|kodo
phone: komorka|numer komorkowy; cislo mobilu; mobilne cislo; mobitel|broj mobitela|mobilni; mobilna stevilka
given-name: imie|imiona; krestni jmeno; krstne meno
given-name?: ; jmeno; meno; ime
family-name: nazwisko; prijmeni; priezvisko; prezime; priimek
full-name: imie i nazwisko|nazwisko i imie|pelne imie|pelna nazwa; cele jmeno|jmeno a prijmeni|vase jmeno|jmeno prijmeni; cele meno|meno a priezvisko|vase meno; ime i prezime|puno ime|vase ime; ime in priimek|polno ime
birth-date: data urodzenia; datum narozeni; datum narodenia; datum rodenja; datum rojstva
card-number: numer karty|nr karty|karta kredytowa; cislo karty|platebni kart*|kreditni kart*; platobn* kart*|kreditn* kart*; broj kartice|kreditna kartica|platna kartica; stevilka kartice|placilna kartica
card-expiry: data waznosci|termin waznosci; platnost karty|platnost do; ; datum isteka|vrijedi do; veljavnost kartice|velja do
card-code: kod zabezpieczajacy; kontrolni kod|kod karty; kontrolny kod; sigurnosni kod kartice|kontrolni broj; varnostna koda kartice
card-name: posiadacz karty|imie i nazwisko na karcie|wlasciciel karty; drzitel karty|jmeno na karte|drzitele karty; meno na karte|drzitela karty; vlasnik kartice|ime na kartici|nositelj kartice; imetnik kartice|lastnik kartice
captcha: kod z obrazka|przepisz kod|znaki z obrazka|tekst z obrazka; opiste*|opis*|znaky z obrazku|text z obrazku; znaky z obrazka|text z obrazka; znakovi sa slike|prepisite*|tekst sa slike|kod sa slike; znake s slike|besedilo s slike
promo: kod rabatowy|kod polecajacy|rabat; slevov*; zlavovy kod; kod za popust; koda za popust|kodo za popust
reference: numer zamowienia|numer przesylki; cislo objednavky|zakaznicke cislo; ; broj narudzbe|broj racuna; stevilka narocila|stevilka stranke
search: szukaj; hledat; hladat; pretrazi; iskanje
address: ulica|numer domu; ulice; ; ; naslov
message: wiadomosc|komentarz; zprava|komentar; sprava; poruka; sporocilo
or: lub|albo; nebo|ci; alebo; ili; ali
again: potwierdz*|powtorz*|ponownie; potvrd*|potvrz*|znovu; znova|zopakuj*; ponov*; potrdi*|ponovi*|ponovno
fresh: nowe|utworz; nove|noveho; vytvor*; novu; novo|ustvari*
stale: obecne|aktualne; soucasne|stavajici; sucasne|terajsie; trenutna|stara; trenutno|staro
@sign-up: zarejestruj sie|rejestracja|zaloz konto|utworz konto|nowe konto; registrovat*|zaregistrovat*|vytvorit ucet|novy ucet|novy zakaznik; ; registriraj*|registruj*|otvori racun|kreiraj racun|novi korisnik; ustvari racun|nov uporabnik|odpri racun
@log-in: zaloguj sie|zaloguj|logowanie|nie pamietasz hasla|zapomniales hasla|przypomnij haslo; prihlasit*|prihlaseni|zapomenute heslo|zapomneli jste heslo|zapomenut*|trvale prihlaseni; prihlasenie|zabudnute heslo|zabudli ste heslo|zapamatat; prijava|prijavi*|prijavite se|zaboravljena lozinka|zaboravili ste lozinku|zapamti me; pozabljeno geslo|ste pozabili geslo|zapomni si me
@newsletter: zapisz sie; odber novinek; odber noviniek; pretplati*; novice
@contact: skontaktuj sie|wyslij wiadomosc; napiste nam|odeslat zpravu; odoslat spravu; posalji poruku|javite nam se; pisite nam|poslji sporocilo
`,
};
