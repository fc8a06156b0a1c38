// Words of codes and links in the languages of Asia and the Middle East: data for vocabulary.ts, in the notation that words.ts
// explains. Reviewed by hand; add a word where a mail was misread, with that mail as a fixture.
import type { LanguageWords } from './language-words.ts';

export const WORLD = {
  ar: {
    code: 'رمز*, الرمز, رمزك, كود, الكود, كلمة مرور لمرة واحدة, كلمة المرور لمرة واحدة',
    purpose:
      'تحقق*, التحقق, تاكيد*, تأكيد*, التأكيد, دخول, الدخول, تسجيل الدخول, امان, الأمان, ادخل*, أدخل*, التالي, صالح*, تفعيل*, التفعيل, مشاركة, تشارك*',
    other:
      'طلب*, الطلب, فاتورة, الفاتورة, الرمز البريدي, رمز الخصم, رمز ترويجي, هاتف, الهاتف, اتصل, مبلغ, المبلغ, رقم, برقم, رصيد*',
    verify: 'تحقق*, التحقق, تأكيد*, تاكيد*, أكد, تفعيل*, تنشيط*',
    signIn: 'تسجيل الدخول, سجل الدخول, الدخول',
    reset: 'إعادة تعيين, اعادة تعيين, استعادة, نسيت, كلمة مرور جديدة',
    account: 'ربط, المسؤول, مسؤول, تحديث حساب*, دعوة, دعوت*',
    offer: 'خصم, عرض, عروض, جائزة, ربحت, قسيمة, هدية',
    use: 'استخدم, استعمل, أدخل, ادخل',
  },
  fa: {
    code: 'کد, رمز*, كد, رمز يکبار مصرف, رمز یکبار مصرف, رمز پویا, گذرواژه یکبار مصرف',
    purpose:
      'تایید, تأیید, تائید, ورود, امنیت*, فعال*, وارد, زیر, اعتبار*, مهلت, یکبار مصرف, يکبار مصرف, هویت',
    other:
      'سفارش, فاکتور, کد پستی, کد تخفیف, تلفن, تماس, مبلغ, شماره, مانده, کد رهگیری, کد پیگیری, واریز*, برداشت*, ریال, ريال',
    verify: 'تایید, تأیید, تائید, فعال*',
    signIn: 'ورود, وارد شو*',
    reset: 'بازنشانی, بازیابی, فراموش*, رمز عبور جدید, تغییر رمز, تغییر گذرواژه',
    account: 'پیوند, اتصال, لینک کردن, متصل, مدیر, به روزرسانی, بروزرسانی, دعوت*',
    offer: 'تخفیف, جایزه, برنده, جشنواره, هدیه',
    use: 'استفاده, وارد کنید',
  },
  he: {
    code: 'קוד, הקוד, קודך, סיסמה חד פעמית, סיסמא חד פעמית, הסיסמה',
    purpose:
      'אימות, האימות, לאמת, אישור, כניסה, הכניסה, התחברות, להתחבר, אבטחה, הזן, הזינו, הבא, תקף, בתוקף, חד פעמי*, הפעלה',
    other: 'הזמנה, חשבונית, מיקוד, קוד קופון, קוד הנחה, טלפון, התקשר*, סכום, מספר, יתרה, ברקוד',
    verify: 'אימות, לאמת, אמת, אמתו, אישור, אשר, אשרו, הפעל*',
    signIn: 'התחבר*, להתחבר, כניסה',
    reset: 'איפוס, אפס, שחזור, שכחת, סיסמה חדשה',
    account: 'קישור חשבון, לקשר, לקשור, מנהל*, עדכון חשבון, הזמנה, הוזמנת',
    offer: 'הנחה, מבצע*, פרס, זכית, קופון, מתנה',
    use: 'השתמש*, הזן, הזינו',
  },
  hi: {
    code: 'कोड, ओटीपी, पिन, otp',
    purpose: 'सत्यापन, सत्यापित, पुष्टि, लॉगिन, लॉग, सुरक्षा, दर्ज, साझा, मान्य, वैध, प्रमाणीकरण, निम्नलिखित',
    other: 'ऑर्डर, इनवॉइस, पिन कोड, पिनकोड, प्रोमो कोड, कूपन, फ़ोन, फोन, कॉल, राशि, नंबर, संख्या, शेष',
    verify: 'सत्यापित, सत्यापन, पुष्टि, सक्रिय',
    signIn: 'लॉगिन, लॉग इन, साइन इन',
    reset: 'रीसेट, भूल, नया पासवर्ड, पासवर्ड बदल*',
    account: 'खाता लिंक, लिंक करें, व्यवस्थापक, खाता अपडेट, आमंत्र*',
    offer: 'छूट, ऑफर, ऑफ़र, इनाम, जीत*, कूपन',
    use: 'उपयोग, दर्ज',
  },
  id: {
    code: 'kode, sandi sekali pakai, kata sandi sekali pakai, otp, pin',
    purpose:
      'verifikasi, konfirmasi, masuk, keamanan, masukkan, berikut, berlaku, rahasia, jangan, autentikasi, aktivasi, sekali pakai',
    other:
      'pesanan, faktur, kode pos, kode promo, kode voucher, kode diskon, telepon, hubungi, jumlah, nomor, no, saldo, pulsa',
    verify: 'verifikasi, konfirmasi, aktifkan, aktivasi',
    signIn: 'masuk, login',
    reset: 'atur ulang, setel ulang, lupa, kata sandi baru, ubah kata sandi, reset',
    account: 'tautkan, menautkan, hubungkan, administrator*, perbarui akun, undang*',
    offer: 'diskon*, promo*, hadiah*, pemenang, voucher',
    use: 'gunakan, masukkan',
  },
  vi: {
    code: 'ma so, mat khau mot lan, otp, ma xac nhan, ma kich hoat, ma xac minh, ma xac thuc, ma cua ban, ma la, ma nay, ma sau, ma otp, ma pin, ma dang nhap, ma bao mat, ma truy cap, nhap ma, dung ma',
    purpose:
      'xac minh, xac nhan, xac thuc, dang nhap, bao mat, kich hoat, nhap, sau day, hieu luc, chia se, dang ky',
    other:
      'don hang, ma don hang, hoa don, ma buu chinh, ma giam gia, ma khuyen mai, ma vach, dien thoai, goi, so tien, so dien thoai, so du, tai khoan so',
    verify: 'xac minh, xac nhan, xac thuc, kich hoat',
    signIn: 'dang nhap',
    reset: 'dat lai, khoi phuc, quen mat khau, mat khau moi, doi mat khau',
    account: 'lien ket tai khoan, quan tri vien, cap nhat tai khoan, loi moi, duoc moi',
    offer: 'giam gia, khuyen mai, uu dai, trung thuong, qua tang',
    use: 'su dung, nhap, dung',
  },
  th: {
    code: 'รหัส, โค้ด, otp',
    purpose: 'ยืนยัน, เข้าสู่ระบบ, ปลอดภัย, กรอก, ป้อน, ครั้งเดียว, หมดอายุ, ตรวจสอบ',
    other: 'คำสั่งซื้อ, ใบแจ้งหนี้, รหัสไปรษณีย์, รหัสส่วนลด, โทรศัพท์, โทร, จำนวนเงิน, หมายเลข, ยอดเงิน',
    verify: 'ยืนยัน, เปิดใช้งาน',
    signIn: 'เข้าสู่ระบบ, ลงชื่อเข้าใช้',
    reset: 'รีเซ็ต, ลืมรหัสผ่าน, รหัสผ่านใหม่, เปลี่ยนรหัสผ่าน',
    account: 'เชื่อมโยง, ผู้ดูแลระบบ, อัปเดตบัญชี, เชิญ',
    offer: 'ส่วนลด, โปรโมชั่น, รางวัล, ของขวัญ',
    use: 'ใช้, กรอก, ป้อน',
  },
  ja: {
    code: 'コード, 認証番号, 確認番号, 暗証番号, ワンタイムパスワード, パスワード, 認証キー, 承認番号',
    purpose: '認証, 確認, ログイン, サインイン, セキュリティ, 入力, 有効, 本人, 登録, ワンタイム, 次の',
    other:
      '注文番号, 注文, 請求, 郵便番号, クーポン, プロモーションコード, 割引コード, 電話, 金額, 円, お問い合わせ番号, 会員番号, 残高, バーコード, qrコード',
    verify: '確認, 認証, 有効化, 承認',
    signIn: 'ログイン, サインイン',
    reset: 'リセット, 再設定, 再発行, 忘れ, 新しいパスワード, パスワード変更, パスワードの変更',
    account: '新しいログイン, 不審な, リンクする, 連携, 管理者, アカウントの更新, アカウント更新, 招待',
    offer: '割引, クーポン, キャンペーン, 当選, プレゼント, セール',
    use: '使用, 入力, 入力してください',
  },
  ko: {
    code: '코드*, 인증번호*, 인증코드*, 비밀번호, 확인번호*, 보안코드*, *코드, *번호, 일회용 비밀번호',
    purpose: '인증*, 확인*, 로그인*, 보안*, 입력*, 유효*, 본인*, 가입*, 다음, 일회용',
    other:
      '주문번호, 주문, 송장번호, 우편번호, 쿠폰*, 할인코드, 할인 코드, 프로모션 코드, 전화*, 전화번호, 금액, 잔액, 계좌번호, 고객번호',
    verify: '인증*, 확인*, 활성화*, 승인*',
    signIn: '로그인*',
    reset: '재설정*, 초기화*, 잊으*, 새 비밀번호, 비밀번호 변경*',
    account: '새로운 로그인, 새 로그인, 계정 연결, 연결*, 관리자*, 계정 업데이트, 초대*',
    offer: '할인*, 쿠폰*, 이벤트*, 당첨*, 경품*, 세일*',
    use: '사용*, 입력*',
  },
  zh: {
    code: '验证码, 驗證碼, 校验码, 動態密碼, 动态密码, 动态码, 確認碼, 确认码, 认证码, 認證碼, 安全码, 安全碼, 激活码, 一次性密码, 一次性密碼, 代码, 代碼, 密码, 密碼, 口令, 登录码, 登入碼',
    purpose:
      '验证, 驗證, 登录, 登入, 登錄, 确认, 確認, 安全, 输入, 輸入, 有效, 泄露, 洩露, 告诉, 告知, 身份, 注册, 註冊, 以下, 分钟, 分鐘',
    other:
      '订单, 訂單, 订单号, 訂單編號, 发票, 發票, 邮政编码, 郵遞區號, 优惠码, 優惠碼, 折扣码, 折扣碼, 兑换码, 兌換碼, 取件码, 取貨碼, 电话, 電話, 金额, 金額, 余额, 餘額, 尾号, 尾號, 快递单号, 客服, 邀请码, 邀請碼, 二维码',
    verify: '验证, 驗證, 确认, 確認, 激活, 啟用, 启用',
    signIn: '登录, 登入, 登錄',
    reset: '重置, 重設, 重设, 忘记密码, 忘記密碼, 找回密码, 新密码, 新密碼, 修改密码, 更改密碼',
    account:
      '链接请求, 鏈接請求, 关联, 關聯, 绑定, 綁定, 管理员, 管理員, 更新您的账户, 更新帐户, 更新账户, 更新帳戶, 邀请, 邀請, 链接账户, 做链接',
    offer: '优惠, 優惠, 折扣, 促销, 促銷, 中奖, 中獎, 红包, 紅包, 礼品',
    use: '使用, 输入, 輸入, 请用, 請用',
  },
} satisfies Record<string, LanguageWords>;
