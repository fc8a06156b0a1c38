// Turkish, Indonesian, Vietnamese, Maltese and Irish cues, without their accents as all text is compared.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const othersLatin: CueTable = {
  languages: ['tr', 'id', 'vi', 'mt', 'ga'],
  cues: `
email: eposta|e posta adresi|e postaniz|mail adresi|elektronik posta; alamat email|surel|alamat surel; dia chi email|thu dien tu|dia chi thu|hom thu; indirizz elettroniku|indirizz tal email; riomhphost|seoladh riomhphoist
username: kullanici adi|kullanici kodu|kullanici|kullanici adiniz|rumuz|uye adi; nama pengguna|nama akun|nama panggilan|pengguna; ten dang nhap|ten nguoi dung|tai khoan|biet danh; isem tal utent|isem l utent; ainm usaideora|usaideoir
password: sifre|sifreniz|sifresi; sandi|kata laluan; mat khau; kelma sigrieta|kelma tad dħul; pasfhocal|focal faire
code: dogrulama kodu|onay kodu|guvenlik kodu|tek kullanimlik|aktivasyon kodu|sms kodu|kodu girin|kodu giriniz|haneli kod*; kode verifikasi|kode keamanan|kode konfirmasi|kode autentikasi|masukkan kode|kode sekali pakai|digit kode; ma xac nhan|ma xac minh|ma xac thuc|ma bao mat|ma kich hoat|nhap ma|ma dang nhap; kodici ta verifika|kodici tas sigurta; cod fioraithe|cod slandala
code?: kodu; ; ; kodici
phone: cep no; nomor hp|no hp|telepon|ponsel|handphone|nomor wa; dien thoai|di dong|sdt; telefown|mowbajl; uimhir theileafoin|guthan
given-name: ; nama depan; ten cua ban|ten goi|ten rieng; ; ceadainm|ainm baiste
given-name?: ad|adi|adiniz|isim|isminiz; ; ; isem
family-name: soyad|soyadi|soyadiniz|soyisim; nama belakang|nama keluarga; ho va ten dem|ho cua ban; kunjom; sloinne
full-name: ad soyad|adi soyadi|adiniz soyadiniz|isim soyisim|ad ve soyad|tam ad; nama lengkap|nama anda|nama penuh; ho va ten|ho ten|ten day du|ten hien thi; isem u kunjom|isem sħiħ; ainm iomlan|d ainm
full-name?: ; nama; ; ; ainm
birth-date: dogum tarihi|dogum tarihiniz; tanggal lahir|tarikh lahir; ngay sinh|sinh nhat; data tat twelid; data breithe
card-number: kart numarasi|kart no|kredi karti*|kart numaraniz; nomor kartu|kartu kredit|no kartu; so the|the tin dung; numru tal karta|karta ta kreditu; uimhir charta|carta creidmheasa
card-expiry: son kullanma|gecerlilik tarihi|skt; masa berlaku|tanggal kedaluwarsa|berlaku hingga; het han|hieu luc den; data ta skadenza|tiskadi; data eaga
card-code: kart guvenlik kodu|guvenlik numarasi; kode keamanan kartu; ma bao mat the; kodici tas sigurta tal karta; cod slandala carta
card-name: kart sahibi*|kart uzerindeki isim|kart uzerindeki ad|kartin uzerindeki*; nama pada kartu|nama di kartu|pemegang kartu; chu the|ten tren the; isem fuq il karta|detentur tal karta; ainm ar an gcarta|sealbhoir carta
captcha: resimdeki*|guvenlik resmi|gorseldeki*|resimde gordugunuz*; karakter pada gambar|kode pada gambar|teks pada gambar|kode di samping; ky tu trong hinh|ma trong hinh|ma bao ve|ky tu trong anh; karattri fl istampa|it test fl istampa; carachtair san iomha|teacs san iomha
promo: indirim kodu|davet kodu|referans kodu; kode diskon|kode undangan; ma giam gia|ma khuyen mai|ma uu dai|ma gioi thieu|ma moi; kodici ta skont|vawcer; cod lascaine|cod tairisceana
reference: siparis numarasi|siparis no; nomor pesanan|nomor resi; ma don hang|so don hang; numru tal ordni|numru ta referenza; uimhir ordaithe|uimhir thagartha
search: ara; cari; tim kiem; fittex; cuardaigh
address: adres|adresi; alamat|jalan; dia chi|so nha; indirizz|triq; seoladh|sraid
message: mesajiniz; pesan; tin nhan|noi dung; messagg|kumment; teachtaireacht|nota trachta
or: veya|ya da; atau; hoac; jew; no
again: tekrar|tekrari|onayla|dogrula|tekrarla*; konfirmasi|ulangi|ulang|lagi; nhap lai|xac nhan mat khau|lai mat khau|xac nhan lai; ikkonferma|erga daħħal; deimhnigh|aris
fresh: yeni|olustur*|belirle*; baru|buat; mat khau moi|tao mat khau|dat mat khau; gdida|agħzel; nua|cruthaigh
stale: mevcut|eski|simdiki; saat ini|lama|sekarang; mat khau hien tai|mat khau cu; attwali|antika; reatha|seanphasfhocal
rules: en az|karakter*; minimal|karakter; it nhat|toi thieu; mill inqas|karattri; ar a laghad|carachtar
@sign-up: kayit ol|uye ol|kaydol|hesap olustur|yeni hesap|uyelik olustur|kayit formu|yeni uye; daftar|buat akun|pendaftaran|akun baru; dang ky|dang ki|tao tai khoan|tai khoan moi|chua co tai khoan; irregistra|oħloq kont; claraigh|cruthaigh cuntas
@log-in: oturum ac|giris|sifremi unuttum|parolami unuttum|beni hatirla|tekrar hos geldiniz|girisi; masuk|lupa kata sandi|lupa password|lupa sandi|ingat saya|selamat datang kembali; dang nhap|quen mat khau|ghi nho|nho mat khau|chao mung tro lai; idħol|illoggja; logail isteach|sinigh isteach
@newsletter: bulten*|abone ol|haberdar ol*; berlangganan|buletin; nhan tin|ban tin; ittra tal aħbarijiet|abbona; nuachtlitir|liostail
@contact: iletisim|bize ulasin|mesaj gonder; hubungi kami|kirim pesan|kontak kami; lien he|gui tin nhan|gui yeu cau; ikkuntattjana|ibgħat messagg; teagmhail|seol teachtaireacht
@checkout: sepet*|teslimat*|siparis|siparisi tamamla|misafir; keranjang|pengiriman|pesanan; gio hang|giao hang|dat hang; kunsinna|ordni tiegħek; seachadadh|cairt siopadoireachta
@settings: ayarlar|sifre degistir|parola degistir|profili duzenle|sifremi degistir; pengaturan|ubah kata sandi; cai dat|doi mat khau; ibdel il password; socruithe|athraigh pasfhocal
@code-totp: dogrulama uygulamasi|kimlik dogrulayici*; aplikasi autentikator; ung dung xac thuc; applikazzjoni tal awtentikazzjoni; aip fiordheimhnithe
@code: kodu gir*; masukkan kode|kode otp; nhap ma
`,
};
