// Words of codes and links in the languages of northern and eastern Europe and Turkey: data for vocabulary.ts, in the notation that words.ts
// explains. Reviewed by hand; add a word where a mail was misread, with that mail as a fixture.
import type { LanguageWords } from './language-words.ts';

export const EAST = {
  fi: {
    code: 'koodi*, *koodi, *koodisi, *koodin, *koodilla, kertakayttosalasana, tunnusluku*, kertakoodi*',
    purpose:
      'vahvist*, vahvistus*, kirjautu*, turva*, turvallisuus*, syota*, anna, seuraava*, voimassa, kertakaytto*, tunnistautu*, todennus*',
    other:
      'tilaus*, tilausnumero, *numero, lasku*, alennuskoodi, tarjouskoodi, postinumero, viivakoodi, puhelin, soita, summa, viite*',
    verify: 'vahvist*, aktivoi*, varmista*',
    signIn: 'kirjaudu*, kirjautu*',
    reset: 'nollaa*, palauta*, unohd*, uusi salasana, vaihda salasana',
    account: 'linkit*, yhdist*, yllapitaja*, paivita tili*, kutsu*',
    offer: 'alennu*, tarjou*, palkin*, voitto*, voitit, voittaj*, kampanja*',
    use: 'kayta, syota, anna',
  },
  et: {
    code: 'kood*, *kood, *koodi, uhekordne parool',
    purpose:
      'kinnit*, kinnitus*, sisselog*, logi sisse, turva*, sisesta*, jargmi*, kehtib, uhekordne, autentimi*',
    other: 'tellimus*, arve*, sooduskood, postiindeks, telefon, helista, summa, *number, viitenumber',
    verify: 'kinnita*, aktiveeri*',
    signIn: 'logi sisse, sisselogimi*',
    reset: 'lahtesta*, taasta*, unusta*, uus parool',
    account: 'uhenda*, sidu*, administraator*, uuenda * konto, kutse*',
    offer: 'soodus*, allahind*, pakkumi*, auhin*, voitsi*',
    use: 'kasuta*, sisesta*',
  },
  lv: {
    code: 'kods, kodu, koda, *kods, vienreizeja parole',
    purpose: 'apstiprin*, verifik*, piesleg*, pieteik*, drosib*, ievad*, sad*, derig*, vienreiz*, autentif*',
    other: 'pasutij*, rekin*, pasta indekss, atlaides kods, talrun*, zvan*, summa, numur*, atsauc*',
    verify: 'apstiprin*, verific*, aktiviz*',
    signIn: 'piesleg*, pieteik*',
    reset: 'atiestat*, atjaun*, aizmirs*, jauna parole',
    account: 'saist*, administrator*, atjaunin* * kont*, uzaicin*',
    offer: 'atlaid*, piedavaj*, balv*, laimej*',
    use: 'izmanto*, ievad*',
  },
  lt: {
    code: 'kodas, koda, kodo, kodu, vienkartinis slaptazodis',
    purpose: 'patvirt*, prisijung*, saug*, iveskite, ivesk*, nurod*, galioja, vienkart*, tapatyb*',
    other: 'uzsakym*, saskait*, pasto kodas, nuolaidos kodas, telefon*, skambink*, suma, numer*',
    verify: 'patvirt*, aktyvuo*',
    signIn: 'prisijung*',
    reset: 'atkur*, atstat*, pamirs*, nauj* slaptazod*',
    account: 'susie*, administrator*, atnaujin* * paskyr*, kvieti*, pakvie*',
    offer: 'nuolaid*, pasiulym*, priz*, laimej*',
    use: 'naudok*, ivesk*',
  },
  pl: {
    code: 'kod, kodu, kodem, haslo jednorazowe, jednorazowe haslo, jednorazowy kod',
    purpose:
      'weryfik*, potwierdz*, logowani*, zalog*, bezpiecz*, jednoraz*, wpisz, wprowadz*, podaj, nastepujac*, wazny, dostep*, aktywac*, autoryz*',
    other:
      'zamowieni*, faktur*, kod pocztowy, kod rabatowy, kod promocyjny, kod kreskowy, telefon*, zadzwon*, kwot*, numer*, nr, przesyl*, saldo',
    verify: 'weryfik*, zweryfik*, potwierd*, aktyw*',
    signIn: 'zalog*, logowani*',
    reset: 'zresetuj*, resetow*, odzysk*, zapomn*, nowe haslo, zmien* haslo',
    account: 'polacz*, powiaz*, administrator*, zaktualizuj * konto, zapros*, zaprasz*',
    offer: 'rabat*, znizk*, promocj*, nagrod*, wygra*, ofert*, wyprzedaz*',
    use: 'uzyj, wpisz, wprowadz, podaj',
  },
  cs: {
    code: 'kod, kodu, kodem, jednorazove heslo, jednorazovy kod',
    purpose:
      'overit, overte, overen*, overov*, potvr*, prihlas*, prihlasen*, bezpecn*, jednoraz*, zadej*, zadan*, nasleduj*, plati*, platn*, pristup*, aktivac*',
    other:
      'objednav*, faktur*, psc, slevovy kod, slevoveho kodu, carovy kod, telefon*, volejte, castk*, cislo, zasilk*',
    verify: 'overit, overte, overeni*, overenie*, overov*, potvr*, aktivuj*, aktivova*, aktivac*',
    signIn: 'prihlas*',
    reset: 'obnov*, reset*, zapomen*, nove heslo, zmen* hesl*',
    account: 'propoj*, spoj*, administrator*, spravce, aktualiz* * ucet, pozv*',
    offer: 'slev*, nabid*, akcni, vyhr*, cena, ceny, darek, darkov*',
    use: 'pouzij*, zadej*',
  },
  sk: {
    code: 'kod, kodu, kodom, jednorazove heslo, jednorazovy kod',
    purpose:
      'overit, overte, overen*, overov*, potvr*, prihlas*, bezpecn*, jednoraz*, zadaj*, zadan*, nasleduj*, plati*, platn*, pristup*, aktivac*',
    other: 'objednav*, faktur*, psc, zlavovy kod, ciarovy kod, telefon*, volajte, sum*, cislo, zasielk*',
    verify: 'overit, overte, overeni*, overenie*, overov*, potvr*, aktivuj*, aktivova*, aktivac*',
    signIn: 'prihlas*',
    reset: 'obnov*, reset*, zabud*, nove heslo, zmen* hesl*',
    account: 'prepoj*, spoj*, administrator*, spravca, aktualiz* * ucet, pozv*',
    offer: 'zlav*, ponuk*, akciov*, vyhr*, darcek*',
    use: 'pouzi*, zadaj*',
  },
  sl: {
    code: 'koda, kodo, kode, enkratno geslo',
    purpose: 'potrd*, preverj*, prijav*, varnost*, vnesi*, naslednj*, velja*, enkrat*, overit*',
    other: 'narocil*, racun*, postna stevilka, koda za popust, telefon*, poklic*, znesek, stevilk*',
    verify: 'potrd*, preveri*, aktivir*',
    signIn: 'prijav*',
    reset: 'ponastav*, pozab*, novo geslo',
    account: 'povez*, skrbnik*, posodobi* racun, povabi*',
    offer: 'popust*, ponudb*, nagrad*',
    use: 'uporabi*, vnesi*',
  },
  hr: {
    code: 'kod, kod*, sifra, jednokratna lozinka, zaporka',
    purpose:
      'potvrd*, provjer*, verifik*, prijav*, sigurnos*, unesi*, upisi*, sljedec*, vrijedi, jednokrat*, autentif*',
    other: 'narudzb*, racun*, postanski broj, promo kod, kod za popust, telefon*, nazov*, iznos, broj',
    verify: 'potvrd*, provjer*, aktivir*, verific*',
    signIn: 'prijav*',
    reset: 'ponovno postav*, resetir*, zaborav*, nova lozink*, promijeni* lozink*',
    account: 'povez*, administrator*, azuriraj* racun, pozvan*, pozivn*',
    offer: 'popust*, ponud*, nagrad*, akcijsk*',
    use: 'koristi*, upotrijebi*, unesi*',
  },
  hu: {
    code: 'kod, kodja, kodot, kodod, *kod, *kodja, *kodod, *kodot, egyszer hasznalatos jelszo, egyszeri jelszo',
    purpose:
      'ellenorz*, megerosit*, hitelesit*, bejelentkez*, belep*, biztons*, irja be, adja meg, kovetkezo, ervenyes*, egyszer*, azonosit*',
    other:
      'rendeles*, szamla*, iranyitoszam, kuponkod, kedvezmenykod, vonalkod, telefon*, hivja, osszeg*, szam, *szam',
    verify: 'ellenorz*, megerosit*, aktival*, hitelesit*',
    signIn: 'bejelentkez*, belep*',
    reset: 'visszaallit*, elfelejt*, uj jelszo, alaphelyzet*',
    account: 'osszekapcsol*, osszekot*, rendszergazda*, adminisztrator*, fiok* frissit*, meghiv*',
    offer: 'kedvezmen*, akcio*, nyeremen*, kupon*, ajanlat*',
    use: 'hasznalja, hasznald, irja be, adja meg',
  },
  el: {
    code: 'κωδικο*, κωδικος, κωδικου, pin, otp',
    purpose:
      'επαληθευ*, επιβεβαιω*, συνδεσ*, ασφαλεια*, εισαγ*, πληκτρολογ*, μιας χρησης, ισχυει, παρακατω, ταυτοποι*',
    other:
      'παραγγελι*, τιμολογι*, ταχυδρομικος κωδικος, τκ, εκπτωτικος κωδικος, κωδικος προσφορας, τηλεφων*, καλεστε, ποσο, αριθμ*',
    verify: 'επαληθευ*, επιβεβαιω*, ενεργοποι*',
    signIn: 'συνδεθ*, συνδεσ*, εισοδο*',
    reset: 'επαναφορ*, ξεχασ*, νεος κωδικος, αλλαγη κωδικου',
    account:
      'συνδεση λογαριασμ*, συνδεσετε * λογαριασμ*, συνδεσης λογαριασμ*, διαχειριστ*, ενημερωσ* * λογαριασμ*, προσκλ*',
    offer: 'εκπτωσ*, προσφορ*, βραβει*, κουπονι*, δωρο*',
    use: 'χρησιμοποιησ*, εισαγ*, πληκτρολογησ*',
  },
  bg: {
    code: 'код, кодът, кода, еднократна парола',
    purpose:
      'потвърд*, провер*, верифи*, вход*, влизан*, сигурност*, въвед*, следн*, валид*, еднократ*, достъп',
    other:
      'поръчк*, фактур*, пощенски код, промо код, код за отстъпка, баркод, телефон*, обад*, сума, номер*',
    verify: 'потвърд*, провер*, актив*, верифи*',
    signIn: 'вход, влез*',
    reset: 'нулир*, възстанов*, забрав*, нова парола, смяна на парола',
    account: 'свърж*, свързван*, администратор*, актуализ* * акаунт*, покан*',
    offer: 'отстъпк*, промоц*, оферт*, наград*, печел*',
    use: 'използв*, въвед*',
  },
  ru: {
    code: 'код, кода, кодом, коды, одноразовый пароль, пароль, пин, пинкод',
    purpose:
      'подтвержд*, проверк*, проверочн*, вход*, войти, авториз*, безопасн*, введ*, ввод*, следующ*, действ*, одноразов*, доступ*, регистрац*, никому, сообщайте',
    other:
      'заказ*, счет*, почтовый индекс, индекс, промокод*, промо код, штрихкод, телефон*, тел, звон*, сумм*, номер*, трек*, баланс, карт*',
    verify: 'подтверд*, подтвержд*, провер*, актив*',
    signIn: 'войти, вход*, авториз*',
    reset: 'сброс*, восстанов*, забыл*, новый пароль, смен* парол*, измен* парол*',
    account:
      'новый вход, попытка входа, подозрительн*, связ*, привяз*, администратор*, обновл* * учетн*, обновить * учетн*, приглаш*',
    offer: 'скидк*, акци*, промокод*, приз*, выигр*, подар*, распродаж*',
    use: 'используйте, введите, укажите',
  },
  uk: {
    code: 'код, коду, кодом, одноразовий пароль, пароль, пін',
    purpose:
      'підтверд*, перевір*, вхід, входу, увійти, авториз*, безпек*, введ*, ввівши, наступн*, дійсн*, одноразов*, доступ*, нікому',
    other:
      'замовлен*, рахун*, поштовий індекс, промокод*, штрихкод, телефон*, тел, дзвон*, сум*, номер*, баланс',
    verify: 'підтверд*, перевір*, актив*',
    signIn: 'увійти, вхід*',
    reset: 'скин*, віднов*, забул*, новий пароль, змін* парол*, облікових даних',
    account: 'зв яз*, пов яз*, прив яз*, адміністратор*, оновл* * облік*, оновити * облік*, запрош*',
    offer: 'знижк*, акці*, промокод*, приз*, вигра*, подарун*, розпродаж*',
    use: 'використ*, введ*, вкаж*',
  },
  tr: {
    code: 'kod, kodu, kodunuz, kodun, kodudur, sifre, sifresi, sifreniz, tek kullanimlik sifre, parola',
    purpose:
      'dogrula*, onay*, giris*, guvenlik*, tek kullanimlik, girin*, giriniz, asagidaki, gecerli*, paylasmay*, aktivasyon',
    other:
      'siparis*, fatura*, posta kodu, indirim kodu, promosyon kodu, kupon*, barkod, telefon*, tel, arayin, tutar*, numara*, no, bakiye',
    verify: 'dogrula*, onayla*, etkinlestir*, aktif*',
    signIn: 'giris yap*, oturum ac*',
    reset: 'sifirla*, unut*, yeni sifre, sifre* degistir*',
    account: 'bagla*, iliskilendir*, yonetici*, hesab* guncelle*, davet*',
    offer: 'indirim*, kampanya*, firsat*, odul*, kazan*, hediye*',
    use: 'kullanin*, girin*',
  },
  ka: {
    code: 'კოდი*, კოდ*, ერთჯერადი პაროლი',
    purpose: 'დადასტურ*, გადამოწმ*, გადაამოწმ*, შესვლ*, უსაფრთხო*, შეიყვან*, შეყვან*, შემდეგი, ერთჯერად*',
    other: 'შეკვეთ*, ინვოის*, საფოსტო კოდი, ტელეფონ*, თანხ*, ნომერ*, პრომო კოდი',
    verify: 'დადასტურ*, დაადასტურ*, გადამოწმ*, გადაამოწმ*, აქტივ*',
    signIn: 'შესვლ*, შედი*',
    reset: 'აღდგენ*, განულ*, ჩამოყრ*, ჩამოსაყრ*, დაგავიწყდა*, ახალი პაროლი',
    account: 'დაკავშირ*, მიბმ*, დააკავშირ*, ადმინისტრატორ*, ანგარიშის განახლებ*, მოწვევ*',
    offer: 'ფასდაკლებ*, აქცი*, პრიზ*',
    use: 'გამოიყენ*, შეიყვან*',
  },
} satisfies Record<string, LanguageWords>;
