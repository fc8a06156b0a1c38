// Labels as forms of each language write them, one a role: each must be read alone, without a name or a type to help.
// A language is listed here before it is claimed anywhere.
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { latinCues } from '../../../lib/fields/cues/languages.ts';
import { SCRIPTS } from '../../../lib/fields/cues/scripts.ts';
import { FIELD_ROWS, FORM_ROWS, PASSWORD_ROWS } from '../../../lib/fields/cues/weights.ts';
import { linesOf } from '../../../lib/fields/table.ts';
import { fold, wordsOf } from '../../../lib/fields/words.ts';
import { makePage } from './make.ts';

/** Address, log-in name, password, code, phone, given, family and full name, birth date, card number, expiry, name on
 * card, captcha, promotion; then what sends a sign-up and a log-in. */
const LABELS: Readonly<Record<string, string>> = {
  en: 'Email address|Username|Password|Verification code|Phone number|First name|Last name|Full name|Date of birth|Card number|Expiration date|Name on card|Characters in the image|Promo code|Create account|Log in',
  de: 'E-Mail-Adresse|Benutzername|Passwort|Bestätigungscode|Telefonnummer|Vorname|Nachname|Vor- und Nachname|Geburtsdatum|Kartennummer|Gültig bis|Karteninhaber|Zeichen im Bild|Gutscheincode|Registrieren|Anmelden',
  nl: 'E-mailadres|Gebruikersnaam|Wachtwoord|Verificatiecode|Telefoonnummer|Voornaam|Achternaam|Volledige naam|Geboortedatum|Kaartnummer|Vervaldatum|Naam op kaart|Tekens in de afbeelding|Kortingscode|Account aanmaken|Inloggen',
  sv: 'E-postadress|Användarnamn|Lösenord|Verifieringskod|Telefonnummer|Förnamn|Efternamn|Fullständigt namn|Födelsedatum|Kortnummer|Utgångsdatum|Kortinnehavare|Tecknen i bilden|Rabattkod|Skapa konto|Logga in',
  da: 'e-mailadresse|brugernavn|adgangskode|bekræftelseskode|telefonnummer|fornavn|efternavn|fulde navn|fødselsdato|kortnummer|udløbsdato|kortholder|tegn i billedet|rabatkode|opret konto|log ind',
  no: 'e-postadresse|brukernavn|passord|bekreftelseskode|telefonnummer|fornavn|etternavn|fullt navn|fødselsdato|kortnummer|utløpsdato|kortholder|tegnene i bildet|rabattkode|opprett konto|logg inn',
  fr: "Adresse électronique|Nom d'utilisateur|Mot de passe|Code de vérification|Numéro de téléphone|Prénom|Nom de famille|Nom complet|Date de naissance|Numéro de carte|Date d'expiration|Titulaire de la carte|Caractères de l'image|Code promo|Créer un compte|Se connecter",
  es: 'Correo electrónico|Nombre de usuario|Contraseña|Código de verificación|Teléfono|Nombre de pila|Apellidos|Nombre completo|Fecha de nacimiento|Número de tarjeta|Fecha de caducidad|Titular de la tarjeta|Caracteres de la imagen|Código promocional|Crear cuenta|Iniciar sesión',
  it: 'Indirizzo e-mail|Nome utente|Password|Codice di verifica|Telefono|Nome di battesimo|Cognome|Nome e cognome|Data di nascita|Numero carta|Data di scadenza|Titolare della carta|Caratteri dell’immagine|Codice sconto|Registrati|Accedi',
  pt: 'Endereço de e-mail|Nome de usuário|Senha|Código de verificação|Telefone|Primeiro nome|Sobrenome|Nome completo|Data de nascimento|Número do cartão|Validade|Nome no cartão|Caracteres da imagem|Código promocional|Criar conta|Entrar',
  ro: 'adresa de e-mail|nume de utilizator|parola|cod de verificare|telefon|prenume|nume de familie|nume complet|data nașterii|număr card|data expirării|titular card|caracterele din imagine|cod promoțional|înregistrare|autentificare',
  ca: "correu electrònic|nom d'usuari|contrasenya|codi de verificació|telèfon|Nom de pila|cognoms|nom i cognoms|data de naixement|número de targeta|data de caducitat|titular de la targeta|caràcters de la imatge|codi promocional|registra|inicia sessió",
  pl: 'Adres e-mail|Nazwa użytkownika|Hasło|Kod weryfikacyjny|Numer telefonu|Imię|Nazwisko|Imię i nazwisko|Data urodzenia|Numer karty|Data ważności|Imię i nazwisko na karcie|Kod z obrazka|Kod rabatowy|Zarejestruj się|Zaloguj się',
  cs: 'e-mailová adresa|uživatelské jméno|heslo|ověřovací kód|telefon|jméno|příjmení|celé jméno|datum narození|číslo karty|platnost karty|držitel karty|opište|slevový kód|registrace|přihlásit',
  sk: 'e-mailová adresa|používateľské meno|heslo|overovací kód|telefón|meno|priezvisko|celé meno|dátum narodenia|číslo karty|platnosť karty|držiteľ karty|opíšte|zľavový kód|registrácia|prihlásiť',
  hr: 'e-mail adresa|korisničko ime|lozinka|kod za potvrdu|telefon|ime|prezime|ime i prezime|datum rođenja|broj kartice|datum isteka|vlasnik kartice|znakovi sa slike|promotivni kod|registracija|prijava',
  sl: 'e-poštni naslov|uporabniško ime|geslo|potrditvena koda|telefon|ime|priimek|ime in priimek|datum rojstva|številka kartice|veljavnost kartice|imetnik kartice|znake s slike|koda za popust|registracija|prijava',
  fi: 'sähköposti|käyttäjätunnus|salasana|vahvistuskoodi|puhelin|etunimi|sukunimi|koko nimi|syntymäaika|kortin numero|voimassaolo|kortinhaltija|kuvan merkit|alennuskoodi|luo tili|kirjaudu',
  et: 'e-post|kasutajanimi|parool|kinnituskood|telefon|eesnimi|perekonnanimi|täisnimi|sünniaeg|kaardi number|kehtiv kuni|kaardi omanik|tähed pildil|sooduskood|loo konto|logi sisse',
  lv: 'e-pasts|lietotājvārds|parole|apstiprinājuma kods|tālrunis|vārds|uzvārds|vārds uzvārds|dzimšanas datums|kartes numurs|derīguma termiņš|kartes īpašniek|attēlā redzam|atlaižu kod|reģistrē|pieslēg',
  lt: 'el paštas|vartotojo vardas|slaptažod|patvirtinimo kod|telefonas|vardas|pavardė|vardas pavardė|gimimo data|kortelės numeris|galiojimo data|kortelės savinink|simboliai iš paveikslėl|nuolaidos kod|registr|prisijung',
  hu: 'e-mail cím|felhasználónév|jelszó|ellenőrző kód|telefon|keresztnév|vezetéknév|teljes név|születési dátum|kártyaszám|lejárat|kártyabirtokos|képen látható|kuponkód|regisztráci|bejelentkez',
  tr: 'e-posta|kullanıcı adı|şifre|doğrulama kodu|telefon|ad|soyad|ad soyad|doğum tarihi|kart numarası|son kullanma tarihi|kart sahibi|resimdeki|indirim kodu|kayıt ol|giriş yap',
  id: 'alamat email|nama pengguna|kata sandi|kode verifikasi|nomor telepon|nama depan|nama belakang|nama lengkap|tanggal lahir|nomor kartu|masa berlaku|nama pada kartu|karakter pada gambar|kode promo|daftar|masuk',
  vi: 'địa chỉ email|tên đăng nhập|mật khẩu|mã xác nhận|số điện thoại|tên của bạn|họ và tên đệm|họ và tên|ngày sinh|số thẻ|ngày hết hạn|tên chủ thẻ|ký tự trong hình|mã giảm giá|đăng ký|đăng nhập',
  mt: "indirizz elettroniku|isem tal-utent|password tiegħek|kodiċi ta' verifika|numru tat-telefon|isem|kunjom|isem u kunjom|data tat-twelid|numru tal-karta|data ta' skadenza|isem fuq il-karta|karattri fl-istampa|kodiċi promozzjonali|irreġistra|idħol",
  ga: 'ríomhphost|ainm úsáideora|pasfhocal|cód fíoraithe|uimhir theileafóin|céadainm|sloinne|ainm iomlán|dáta breithe|uimhir chárta|dáta éaga|ainm ar an gcárta|carachtair san íomhá|cód lascaine|cláraigh|logáil isteach',
  ru: 'e-mail адрес|логин|пароль|код подтверждения|телефон|имя|фамилия|фио|дата рождения|номер карты|срок действия|имя на карте|код с картинки|промокод|регистрация|войти',
  uk: "електронна пошта|логін|пароль|код підтвердження|телефон|ім'я|прізвище|піб|дата народження|номер картки|термін дії|ім'я на картці|код з картинки|промокод|реєстрація|увійти",
  bg: 'имейл|потребителско име|парола|код за потвърждение|телефон|име|фамилия|име и фамилия|дата на раждане|номер на карта|валидна до|име на картодържателя|символите от картинката|промо код|регистрация|вход',
  el: 'ηλεκτρονικό ταχυδρομείο|όνομα χρήστη|κωδικός πρόσβασης|κωδικός επαλήθευσης|τηλέφωνο|όνομα|επώνυμο|ονοματεπώνυμο|ημερομηνία γέννησης|αριθμός κάρτας|ημερομηνία λήξης|όνομα κατόχου|χαρακτήρες της εικόνας|εκπτωτικός κωδικός|εγγραφή|σύνδεση',
  ja: 'メールアドレス|ユーザー名|パスワード|認証コード|電話番号|お名前(名)|姓|氏名|生年月日|カード番号|有効期限|カード名義人|画像の文字|クーポンコード|新規登録|ログイン',
  zh: '邮箱|用户名|密码|短信验证码|手机号|名字|姓氏|真实姓名|出生日期|卡号|有效期|持卡人|图形验证码|优惠码|注册|登录',
  'zh-hant':
    '電子郵件|使用者名稱|密碼|驗證碼|手機|名字|姓氏|姓名|出生日期|卡號|有效期限|持卡人姓名|圖形驗證碼|優惠碼|註冊|登入',
  ko: '이메일|아이디|비밀번호|인증번호|전화번호|성을 제외한 이름|성씨|성명|생년월일|카드번호|유효기간|카드 소유자|자동입력방지|할인코드|회원가입|로그인',
  ar: 'البريد الإلكتروني|اسم المستخدم|كلمة المرور|رمز التحقق|رقم الهاتف|الاسم الأول|اسم العائلة|الاسم الكامل|تاريخ الميلاد|رقم البطاقة|تاريخ الانتهاء|اسم حامل البطاقة|الأحرف في الصورة|رمز القسيمة|إنشاء حساب|تسجيل الدخول',
  he: 'דוא"ל|שם משתמש|סיסמה|קוד אימות|טלפון|שם פרטי|שם משפחה|שם מלא|תאריך לידה|מספר כרטיס|תוקף|שם בעל הכרטיס|תווים בתמונה|קוד קופון|הרשמה|התחברות',
  hi: 'ईमेल|उपयोगकर्ता नाम|पासवर्ड|सत्यापन कोड|फ़ोन नंबर|पहला नाम|अंतिम नाम|पूरा नाम|जन्म तिथि|कार्ड नंबर|समाप्ति तिथि|कार्ड पर नाम|कैप्चा|प्रोमो कोड|साइन अप|लॉग इन',
};

const ROLES = [
  'email',
  'username',
  'current-password',
  'code',
  'phone',
  'given-name',
  'family-name',
  'full-name',
  'birth-date',
  'card-number',
  'card-expiry',
  'card-name',
  'other',
  'other',
] as const;

/** A first name is one beside a surname: many languages call a whole name the same. */
const roleOf = (label: string, role: string, surname: string): string => {
  const type = role === 'current-password' ? 'password' : 'text';
  const beside = role === 'given-name' ? [{ label: surname }] : [];
  const [field] = classify(makePage([{ label, type }, ...beside])).fields;
  return field?.role ?? '';
};

describe.each(Object.entries(LABELS))('%s', (_, row) => {
  const labels = row.split('|');
  it('is read by its labels alone', () => {
    expect(
      ROLES.map((role, at) => `${labels[at]}: ${roleOf(labels[at] ?? '', role, labels[6] ?? '')}`),
    ).toEqual(ROLES.map((role, at) => `${labels[at]}: ${role}`));
  });
  it('tells a sign-up from a log-in by what sends it', () => {
    const [signUp = '', logIn = ''] = labels.slice(-2);
    const kind = (submit: string): string | undefined =>
      classify(makePage([{ type: 'email', label: labels[0] ?? '' }], { submits: [submit] })).forms[0]?.kind;
    expect([kind(signUp), kind(logIn)]).toEqual(['sign-up', 'log-in']);
  });
});

it('a first name without a surname beside it may be a whole name', () => {
  const role = (labels: string[]): string | undefined =>
    classify(makePage(labels.map((label) => ({ label })))).fields[0]?.role;
  expect([role(['Nombre', 'Apellidos']), role(['Nombre']), role(['First name'])]).toEqual([
    'given-name',
    'full-name',
    'given-name',
  ]);
});

it('every language that is claimed has its labels here, and none is missing', () => {
  const claimed = [...latinCues, ...SCRIPTS.map(({ cues }) => cues)].flatMap(({ languages }) => languages);
  expect([...claimed].sort()).toEqual(Object.keys(LABELS).sort());
});

it('cues are written as texts are folded, under keys that mean something', () => {
  for (const { cues, languages } of [...latinCues, ...SCRIPTS.map((script) => script.cues)]) {
    for (const [key, words] of linesOf(cues)) {
      expect(FIELD_ROWS[key] ?? FORM_ROWS[key] ?? PASSWORD_ROWS[key], `${languages} ${key}`).toBeDefined();
      for (const cue of words) {
        const bare = cue.replaceAll('*', '');
        expect(fold(bare), `${languages} ${key}`).toBe(bare);
        expect(wordsOf(bare), `${languages} ${key}: ${cue}`).not.toEqual([]);
      }
    }
  }
});
