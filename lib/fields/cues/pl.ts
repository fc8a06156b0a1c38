// Polish cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const pl: LanguageCues = {
  lang: 'pl',
  fields: [
    {
      means: 'email',
      words: 'adres e-mail|adres mailowy|adres poczty elektronicznej|e-maila',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words: 'potwierdź e-mail|potwierdź adres e-mail|powtórz e-mail|powtórz adres e-mail',
      weight: 5,
    },
    {
      means: 'username',
      words: 'nazwa użytkownika|użytkownik|identyfikator|nazwa konta|pseudonim|nick',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-mail lub nazwa użytkownika|nazwa użytkownika lub e-mail|login lub e-mail|e-mail lub login|e-mail lub telefon|e-mail lub numer telefonu|login lub adres e-mail|adres e-mail lub login|nazwa użytkownika lub adres e-mail|adres e-mail lub nazwa użytkownika|adres e-mail lub numer telefonu',
      weight: 6,
    },
    { means: 'password', words: 'hasło|hasła', weight: 3 },
    {
      means: 'code',
      words:
        'kod weryfikacyjny|kod bezpieczeństwa|kod potwierdzający|kod jednorazowy|hasło jednorazowe|kod autoryzacyjny|kod sms|kod dostępu|6-cyfrowy kod|kod aktywacyjny|wpisz kod|wprowadź kod|kod uwierzytelniający|kod potwierdzenia|kod z e-maila',
      weight: 4,
    },
    {
      means: 'phone',
      words: 'numer telefonu|telefon komórkowy|nr telefonu|komórka|numer komórkowy|telefon kontaktowy',
      weight: 3,
    },
    { means: 'given-name', words: 'imię|imiona|pierwsze imię', weight: 4 },
    { means: 'family-name', words: 'nazwisko', weight: 4 },
    {
      means: 'full-name',
      words: 'imię i nazwisko|nazwisko i imię|pełne imię|pełna nazwa|twoje imię i nazwisko',
      weight: 4.5,
    },
    { means: 'birth-date', words: 'data urodzenia|urodziny', weight: 4 },
    { means: 'birth-day', words: 'dzień urodzenia', weight: 5 },
    { means: 'birth-month', words: 'miesiąc urodzenia', weight: 5 },
    { means: 'birth-year', words: 'rok urodzenia', weight: 5 },
    {
      means: 'card-number',
      words: 'numer karty|nr karty|karta kredytowa|numer karty kredytowej',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: 'data ważności|termin ważności|ważna do|mm/rr|data wygaśnięcia',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'miesiąc ważności', weight: 5.5 },
    { means: 'card-expiry-year', words: 'rok ważności', weight: 5.5 },
    { means: 'card-code', words: 'kod cvv|kod cvc|kod cvv2|kod zabezpieczający', weight: 5 },
    {
      means: 'card-name',
      words:
        'posiadacz karty|imię i nazwisko na karcie|imię i nazwisko posiadacza karty|właściciel karty|nazwisko na karcie',
      weight: 6,
    },
    {
      means: 'captcha',
      words: 'kod z obrazka|przepisz kod|znaki z obrazka|tekst z obrazka',
      weight: 6,
    },
    {
      means: 'promo',
      words: 'kod rabatowy|kod promocyjny|kupon|kod polecający|rabat|kod zniżkowy',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'karta podarunkowa|karta lojalnościowa|bon podarunkowy|numer karty podarunkowej',
      weight: 6,
    },
    {
      means: 'reference',
      words: 'numer zamówienia|numer przesyłki|numer rezerwacji|numer faktury|numer klienta|kierunkowy',
      weight: 5,
    },
    { means: 'search', words: 'szukaj|wyszukaj|czego szukasz|wyszukiwanie', weight: 4 },
    {
      means: 'address',
      words: 'ulica|numer domu|numer mieszkania|adres dostawy|ulica i numer|nr domu|nr mieszkania',
      weight: 4,
    },
    { means: 'address', words: 'adres', weight: 1.5 },
    { means: 'postcode', words: 'kod pocztowy', weight: 5 },
    {
      means: 'region',
      words: 'miasto|miejscowość|województwo|kraj|państwo|powiat|język|gmina',
      weight: 4,
    },
    { means: 'company', words: 'nazwa firmy|organizacja|stanowisko|zawód', weight: 4.2 },
    { means: 'quantity', words: 'ilość|liczba|wiek', weight: 4 },
    { means: 'amount', words: 'kwota|darowizna|cena', weight: 4 },
    { means: 'secret-question', words: 'pytanie pomocnicze|pytanie bezpieczeństwa', weight: 6 },
    {
      means: 'message',
      words: 'wiadomość|treść wiadomości|komentarz|temat|uwagi|treść',
      weight: 3.5,
    },
    { means: 'document', words: 'pesel|nip|regon|numer dowodu|numer paszportu', weight: 4.5 },
    { means: 'salutation', words: 'płeć|tytuł', weight: 5 },
    { means: 'middle-name', words: 'drugie imię', weight: 5.5 },
    { means: 'date', words: 'przyjazd|wyjazd', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nowe hasło|powtórz hasło|potwierdź hasło|utwórz hasło|ustaw hasło|wybierz hasło|powtórz|potwierdź nowe hasło|powtórz nowe hasło|potwierdzenie hasła',
      weight: 4,
    },
    { means: 'new-password', words: 'co najmniej|wielka litera|znaków', weight: 2.5 },
    { means: 'current-password', words: 'aktualne hasło|stare hasło|obecne hasło', weight: 4 },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'zarejestruj się|rejestracja|załóż konto|utwórz konto|nowe konto|dołącz|zarejestruj|zakładanie konta|stwórz konto|nowy klient',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'zaloguj się|zaloguj|logowanie|nie pamiętasz hasła|zapomniałeś hasła|przypomnij hasło|zapamiętaj mnie|mam już konto|nie pamiętam hasła|zapomniałem hasła|nie wylogowuj|odzyskaj hasło',
      weight: 3,
    },
    {
      means: 'newsletter',
      words: 'zapisz się|subskrybuj|bądź na bieżąco|zapisz się do newslettera|newslettera',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'skontaktuj się|wyślij wiadomość|napisz do nas|formularz kontaktowy',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        'zamówienie|dostawa|adres dostawy|koszyk|kup|złóż zamówienie|zamawiam|bez rejestracji|dane do faktury',
      weight: 3,
    },
    {
      means: 'payment',
      words: 'płatność|zapłać|karta kredytowa|metoda płatności|zamawiam i płacę',
      weight: 3,
    },
    { means: 'search', words: 'szukaj|wyszukaj|wyniki', weight: 3 },
    {
      means: 'settings',
      words: 'ustawienia|zmień hasło|edytuj profil|zapisz zmiany|mój profil|zmiana hasła|zresetuj hasło',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'na twój e-mail|na adres e-mail|sprawdź pocztę|skrzynka odbiorcza|potwierdź swój e-mail|wysłaliśmy e-mail|sprawdź swoją skrzynkę|wiadomość e-mail|e-mailem',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'smsem|wiadomość sms|na twój telefon|na numer telefonu|potwierdź numer',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: 'aplikacja uwierzytelniająca|aplikacji uwierzytelniającej|kod qr',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'kod weryfikacyjny|kod bezpieczeństwa|dwuetapowa|dwuskładnikowe|wpisz kod|wprowadź kod|wyślij ponownie|nie otrzymałeś|weryfikacja|kod jednorazowy|kod potwierdzający',
      weight: 3,
    },
  ],
};
