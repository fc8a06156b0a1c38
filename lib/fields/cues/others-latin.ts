// Turkish, Indonesian, Vietnamese, Maltese and Irish cues, without their accents as all text is compared.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const othersLatin: CueTable = {
  languages: ['tr', 'id', 'vi', 'mt', 'ga'],
  cues: `
email: eposta|e posta adresi|e posta adresiniz|e postaniz; alamat email|surel|alamat surel; dia chi email|thu dien tu|dia chi thu|hom thu; indirizz elettroniku|indirizz tal email; riomhphost|seoladh riomhphoist
username: kullanici adi|kullanici kodu|kullanici|kullanici adiniz; nama pengguna|nama akun|id pengguna|nama panggilan; ten dang nhap|ten nguoi dung|ten tai khoan|tai khoan; isem tal utent|isem l utent; ainm usaideora|usaideoir
password: sifre|sifreniz|sifresi; sandi|kata laluan; mat khau; kelma sigrieta|kelma tad dħul; pasfhocal|focal faire
code: dogrulama kodu|onay kodu|guvenlik kodu|tek kullanimlik|aktivasyon kodu|sms kodu; kode verifikasi|kode keamanan|kode konfirmasi|kode autentikasi|masukkan kode|kode sekali pakai; ma xac nhan|ma xac minh|ma xac thuc|ma bao mat|ma kich hoat|nhap ma; kodici ta verifika|kodici tas sigurta; cod fioraithe|cod slandala
code?: kodu; ; ; kodici
phone: cep no; nomor hp|no hp|telepon|ponsel|handphone; dien thoai|di dong|sdt; telefown|mowbajl; uimhir theileafoin|guthan
given-name: ; nama depan; ten cua ban|ten goi; ; ceadainm|ainm baiste
given-name?: ad|adi|adiniz|isim|isminiz; ; ; isem
family-name: soyad|soyadi; nama belakang|nama keluarga; ho va ten dem|ho cua ban; kunjom; sloinne
full-name: ad soyad|adi soyadi|adiniz soyadiniz|isim soyisim; nama lengkap|nama anda|nama penuh; ho va ten|ho ten|ten day du|ten hien thi; isem u kunjom|isem sħiħ; ainm iomlan|d ainm
full-name?: ; nama; ; ; ainm
birth-date: dogum tarihi; tanggal lahir; ngay sinh; data tat twelid; data breithe
card-number: kart numarasi|kart no|kredi karti*; nomor kartu|kartu kredit|no kartu; so the|the tin dung; numru tal karta|karta ta kreditu; uimhir charta|carta creidmheasa
card-expiry: son kullanma|gecerlilik tarihi; masa berlaku|tanggal kedaluwarsa; het han|hieu luc den; data ta skadenza|tiskadi; data eaga
card-code: kart guvenlik kodu|guvenlik numarasi; kode keamanan kartu; ma bao mat the; kodici tas sigurta tal karta; cod slandala carta
card-name: kart sahibi*|kart uzerindeki isim|kart uzerindeki ad; nama pada kartu|nama di kartu|pemegang kartu; chu the|ten tren the; isem fuq il karta|detentur tal karta; ainm ar an gcarta|sealbhoir carta
captcha: resimdeki*|guvenlik resmi|gorseldeki*|resimde gordugunuz*; karakter pada gambar|kode pada gambar|teks pada gambar|kode di samping; ky tu trong hinh|ma trong hinh|ma bao ve|ky tu trong anh; karattri fl istampa|it test fl istampa; carachtair san iomha|teacs san iomha
promo: indirim kodu|davet kodu; kode diskon|kode undangan; ma giam gia|ma khuyen mai|ma uu dai; kodici ta skont|vawcer; cod lascaine|cod tairisceana
reference: siparis numarasi|siparis no; nomor pesanan|nomor resi; ma don hang|so don hang; numru tal ordni|numru ta referenza; uimhir ordaithe|uimhir thagartha
search: ara; cari; tim kiem; fittex; cuardaigh
address: adres|adresi; alamat|jalan; dia chi|so nha; indirizz|triq; seoladh|sraid
message: mesajiniz; pesan; tin nhan|noi dung; messagg|kumment; teachtaireacht|nota trachta
or: veya|ya da; atau; hoac; jew; no
again: tekrar|tekrari|onayla; konfirmasi|ulangi|ulang; nhap lai|xac nhan mat khau|lai mat khau; ikkonferma|erga daħħal; deimhnigh|aris
fresh: yeni|olustur*; baru|buat; mat khau moi|tao mat khau; gdida|agħzel; nua|cruthaigh
stale: mevcut|eski; saat ini|lama; mat khau hien tai|mat khau cu; attwali|antika; reatha|seanphasfhocal
@sign-up: kayit ol|uye ol|kaydol|hesap olustur|yeni hesap; daftar|buat akun|daftar sekarang|pendaftaran|akun baru; dang ky|dang ki|tao tai khoan|tai khoan moi|chua co tai khoan; irregistra|oħloq kont; claraigh|cruthaigh cuntas
@log-in: giris yap|oturum ac|giris|uye girisi|sifremi unuttum|parolami unuttum; masuk|log masuk|lupa kata sandi|lupa password|lupa sandi|ingat saya; dang nhap|quen mat khau|ghi nho|nho mat khau|chao mung tro lai; idħol|illoggja; logail isteach|sinigh isteach
@newsletter: bulten*; berlangganan; nhan tin; ittra tal aħbarijiet; nuachtlitir
@contact: iletisim|bize ulasin; hubungi kami|kirim pesan; lien he|gui tin nhan; ikkuntattjana|ibgħat messagg; teagmhail|seol teachtaireacht
`,
};
