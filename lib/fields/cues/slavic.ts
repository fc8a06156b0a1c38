// Polish, Czech, Slovak, Croatian and Slovenian cues: endings change with the case, so most are beginnings (`*`).
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const slavic: CueTable = {
  languages: ['pl', 'cs', 'sk', 'hr', 'sl'],
  cues: `
email: adres email|adres mailowy|adres poczty elektronicznej; emailova adresa|mailova adresa; ; email adresa|e posta|adresa e poste|e adresa|elektronicka posta|elektronska posta; e postni naslov|elektronski naslov|e naslov|e postnega
username: nazwa uzytkownika|uzytkownik|identyfikator|nazwa konta|pseudonim|nick; uzivatelske jmeno|prihlasovaci jmeno|uzivatel|prezdivka|uzivatelskeho jmena; pouzivatelske meno|prihlasovacie meno|uzivatelske meno|pouzivatel|prezyvka; korisnicko ime|korisnickog imena|korisnik|nadimak|korisnicko; uporabnisko ime|uporabnik|uporabniskega imena|vzdevek
password: haslo|hasla; heslo|hesla|heslem; heslom; lozinka|lozinku|lozinke|zaporka; geslo|gesla|geslom
code: kod weryfikacyjny|kod bezpieczenstwa|kod potwierdzajacy|kod jednorazowy|haslo jednorazowe|kod autoryzacyjny|kod sms|kod dostepu|6 cyfrowy kod; overovaci kod*|bezpecnostni kod*|potvrzovaci kod*|jednorazovy kod|jednorazove heslo|autentizacni kod|autorizacni kod; bezpecnostny kod|potvrdzovaci kod|autentifikacny kod|autorizacny kod; kod za potvrdu|verifikacijski kod|sigurnosni kod|potvrdni kod|kontrolni kod|unesite kod|znamenkasti kod; potrditvena koda|varnostna koda|koda za preverjanje|enkratno geslo|enkratna koda|potrditveno kodo|vnesite kodo
code?: ; kod; ; ; koda|kodo
phone: komorka|numer komorkowy; cislo mobilu; mobilne cislo; mobitel|broj mobitela|mobilni; mobilna stevilka
given-name: imie|imiona; krestni jmeno; krstne meno
given-name?: ; jmeno; meno; ime
family-name: nazwisko; prijmeni; priezvisko; prezime; priimek
full-name: imie i nazwisko|nazwisko i imie|pelne imie|pelna nazwa; cele jmeno|jmeno a prijmeni|vase jmeno|jmeno prijmeni; cele meno|meno a priezvisko|vase meno; ime i prezime|puno ime|vase ime; ime in priimek|polno ime
birth-date: data urodzenia|urodziny; datum narozeni; datum narodenia; datum rodenja; datum rojstva
card-number: numer karty|nr karty|karta kredytowa; cislo karty|platebni kart*|kreditni kart*; platobn* kart*|kreditn* kart*; broj kartice|platna kartica; stevilka kartice|placilna kartica
card-expiry: data waznosci|termin waznosci|wazna do|mm rr; platnost karty|platnost do|expirace; datum expiracie; datum isteka|vrijedi do|datum valjanosti; veljavnost kartice|velja do|datum poteka
card-code: kod zabezpieczajacy; kontrolni kod|kod karty; kontrolny kod; sigurnosni kod kartice|kontrolni broj; varnostna koda kartice
card-name: posiadacz karty|imie i nazwisko posiadacza karty|wlasciciel karty|nazwisko na karcie; drzitel karty|jmeno na karte|drzitele karty; meno na karte|drzitela karty; vlasnik kartice|ime na kartici|nositelj kartice; imetnik kartice|lastnik kartice
captcha: kod z obrazka|przepisz kod|znaki z obrazka|tekst z obrazka; opiste*|opis*|znaky z obrazku|text z obrazku; znaky z obrazka|text z obrazka; znakovi sa slike|prepisite*|tekst sa slike|kod sa slike; znake s slike|besedilo s slike
promo: kod rabatowy|kod polecajacy|rabat|kod znizkowy; slevov*; zlavovy kod; kod za popust; koda za popust|kodo za popust
reference: numer zamowienia|numer przesylki; cislo objednavky|zakaznicke cislo; ; broj narudzbe|broj racuna; stevilka narocila|stevilka stranke
search: szukaj; hledat; hladat; pretrazi; iskanje
address: ulica|numer domu; ulice; ; ; naslov
message: wiadomosc|komentarz; zprava|komentar; sprava; poruka; sporocilo
or: lub|albo; nebo|ci; alebo; ili; ali
again: potwierdz*|powtorz*|ponownie|jeszcze raz; potvrd*|potvrz*|znovu|opakuj*; znova|zopakuj*|opakovat; ponov*; potrdi*|ponovi*|ponovno
fresh: nowe|utworz|ustaw|wybierz; nove|noveho|vytvor*; zvolte; novu|kreiraj*; novo|ustvari*|izberi*
stale: obecne|aktualne|stare|biezace; soucasne|stavajici; sucasne|terajsie; trenutna|stara|postojeca; trenutno|staro|obstojece
rules: co najmniej|wielka litera; alespon|minimalne; aspon; najmanje|minimalno; vsaj|najmanj
@sign-up: rejestracja|zaloz konto|utworz konto|nowe konto|dolacz|zarejestruj|zakladanie konta; registrovat*|zaregistrovat*|vytvorit ucet|novy ucet|novy zakaznik|zalozit ucet; ; registriraj*|registruj*|otvori racun|kreiraj racun|novi korisnik|izradi racun; ustvari racun|nov uporabnik|odpri racun
@log-in: zaloguj|logowanie|nie pamietasz hasla|zapomniales hasla|przypomnij haslo|zapamietaj mnie|mam juz konto|nie pamietam hasla; prihlasit*|prihlaseni|zapomneli jste heslo|zapomenut*|vstoupit; prihlasenie|zabudnute heslo|zabudli ste heslo|zapamatat; prijava|prijavi*|zaboravljena lozinka|zaboravili ste lozinku|zapamti me|ulogiraj*; pozabljeno geslo|ste pozabili geslo|zapomni si me
@newsletter: zapisz sie|subskrybuj|badz na biezaco; odber novinek|odebirat*; odber noviniek|odoberat; pretplati*|pretplata; novice|naroci se na
@contact: skontaktuj sie|wyslij wiadomosc|napisz do nas; napiste nam|odeslat zpravu|odeslat dotaz; odoslat spravu; posalji poruku|javite nam se|pisite nam; poslji sporocilo
@checkout: zamowienie|dostawa|adres dostawy|koszyk|kup|zamawiam; kosik*|doprava|doruceni; dorucenie; kosarica|dostava|narudzba; narocilo
@settings: ustawienia|zmien haslo|edytuj profil|zapisz zmiany|moj profil; nastaveni|zmena hesla; nastavenia; postavke|promjena lozinke; nastavitve|spremeni geslo
@code-totp: aplikacja uwierzytelniajaca|aplikacji uwierzytelniajacej|kod qr; autentizacni aplikac*; overovacia aplikaci*; aplikacija za autentifikaciju; aplikacij* za preverjanje pristnosti
@code: wpisz kod|kod sms; zadejte kod; zadajte kod; unesite kod; vnesite kodo
`,
};
