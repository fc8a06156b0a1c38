// Japanese cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const ja: LanguageCues = {
  lang: 'ja',
  fields: [
    {
      means: 'email',
      words: 'メールアドレス|eメール|電子メール|メール|メアド',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'メールアドレス(確認)|確認用メールアドレス|メールアドレス再入力|メールアドレスの確認|メールアドレス（確認用）',
      weight: 5,
    },
    {
      means: 'username',
      words:
        'ユーザー名|ユーザ名|ユーザーid|ユーザid|ログインid|会員id|ニックネーム|アカウント名|会員番号|アカウント',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'メールアドレスまたはユーザー名|ユーザー名またはメールアドレス|メールアドレスまたは電話番号|電話番号またはメールアドレス|メールアドレスまたは会員id|idまたはメールアドレス|メールアドレスまたはid|メールアドレス又は',
      weight: 6,
    },
    { means: 'password', words: 'パスワード|暗証コード', weight: 3 },
    {
      means: 'code',
      words:
        '認証コード|確認コード|セキュリティコード|ワンタイムパスワード|ワンタイムコード|認証番号|確認番号|6桁のコード|検証コード|2段階認証コード|6桁の数字|ログインコード|コードを入力',
      weight: 4,
    },
    {
      means: 'phone',
      words: '電話番号|携帯電話|携帯電話番号|電話|携帯番号|お電話番号|連絡先電話番号',
      weight: 3,
    },
    { means: 'given-name', words: '名|名前(名)|お名前(名)|メイ|めい|名（漢字）', weight: 4 },
    {
      means: 'family-name',
      words: '姓|苗字|名字|お名前(姓)|セイ|せい|姓（漢字）',
      weight: 4,
    },
    { means: 'full-name', words: '氏名|お名前|名前|フルネーム|姓名|おなまえ', weight: 4.5 },
    { means: 'birth-date', words: '生年月日|誕生日', weight: 4 },
    { means: 'birth-day', words: '生まれた日|誕生日(日)', weight: 5 },
    { means: 'birth-month', words: '生まれた月|誕生月', weight: 5 },
    { means: 'birth-year', words: '生まれた年|生年', weight: 5 },
    { means: 'card-number', words: 'カード番号|クレジットカード番号|クレジットカード', weight: 4 },
    { means: 'card-expiry', words: '有効期限', weight: 3.5 },
    { means: 'card-expiry-month', words: '有効期限(月)', weight: 5.5 },
    { means: 'card-expiry-year', words: '有効期限(年)', weight: 5.5 },
    {
      means: 'card-code',
      words: 'カード確認番号|カードのセキュリティコード|セキュリティ番号',
      weight: 5,
    },
    {
      means: 'card-name',
      words: 'カード名義|カード名義人|名義人|カード所有者名|カードの名義',
      weight: 6,
    },
    {
      means: 'captcha',
      words: '画像の文字|画像認証|表示されている文字|画像に表示|画像の数字',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        'クーポン|クーポンコード|プロモーションコード|招待コード|紹介コード|キャンペーンコード|割引コード',
      weight: 6,
    },
    { means: 'gift-card', words: 'ギフトカード|ギフト券|ポイントカード|ギフトコード', weight: 6 },
    { means: 'pin', words: '暗証番号', weight: 3.6 },
    {
      means: 'reference',
      words: '注文番号|追跡番号|予約番号|お問い合わせ番号|伝票番号|受付番号',
      weight: 5,
    },
    { means: 'search', words: '検索|キーワード|何をお探し|さがす', weight: 4 },
    { means: 'address', words: '住所|番地|建物名|丁目|町名|マンション名', weight: 4 },
    { means: 'postcode', words: '郵便番号', weight: 5 },
    { means: 'region', words: '都道府県|市区町村|国|市町村|言語|国籍', weight: 4 },
    {
      means: 'company',
      words: '会社名|法人名|勤務先|職業|部署|団体名|役職',
      weight: 4.2,
    },
    { means: 'quantity', words: '数量|人数|年齢', weight: 4 },
    { means: 'amount', words: '金額|価格', weight: 4 },
    { means: 'secret-question', words: '秘密の質問|質問の答え|秘密の答え', weight: 6 },
    {
      means: 'message',
      words: 'お問い合わせ内容|メッセージ|本文|件名|コメント|備考|ご質問|ご要望',
      weight: 3.5,
    },
    { means: 'document', words: 'パスポート番号|免許証番号|マイナンバー', weight: 4.5 },
    { means: 'salutation', words: '性別|敬称', weight: 5 },
    { means: 'date', words: '到着日|出発日|日付', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        '新しいパスワード|パスワード(確認)|確認用パスワード|パスワード再入力|パスワードの確認|パスワード（確認用）|パスワードを再入力|新パスワード|もう一度|確認|再入力',
      weight: 4,
    },
    { means: 'new-password', words: '文字以上|半角英数|大文字', weight: 2.5 },
    { means: 'current-password', words: '現在のパスワード|今のパスワード|旧パスワード', weight: 4 },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        '新規登録|会員登録|アカウント作成|アカウントを作成|登録する|無料登録|新規会員登録|ユーザー登録|サインアップ|新規作成|新規会員',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'ログイン|サインイン|パスワードを忘れた|パスワードをお忘れ|ログイン状態を保持|会員の方|ログインする|サインインする',
      weight: 3,
    },
    {
      means: 'newsletter',
      words: 'メールマガジン|メルマガ|ニュースレター|購読|配信登録',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'お問い合わせ|問い合わせ|お問合せ|送信する|ご相談',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words: 'ご注文|配送先|お届け先|購入手続き|カート|注文を確定|購入する|レジに進む|注文手続き',
      weight: 3,
    },
    { means: 'payment', words: 'お支払い|支払い|決済|クレジットカード|支払方法', weight: 3 },
    { means: 'search', words: '検索|検索結果', weight: 3 },
    {
      means: 'settings',
      words: '設定|パスワード変更|プロフィール編集|変更を保存|パスワードの変更|パスワードの再設定|再設定',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'メールに送信|メールを送信|メールをご確認|メールに記載|メールアドレスの確認|メールで送信|メールアドレスに送信|受信トレイ|メールに届いた|迷惑メール',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'ショートメッセージ|携帯電話に送信|電話番号に送信|電話番号の確認|電話番号認証',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: '認証アプリ|認証システム|オーセンティケーター|qrコード|認証用アプリ',
      weight: 4,
    },
    {
      means: 'code',
      words:
        '認証コード|確認コード|2段階認証|二段階認証|ワンタイムパスワード|コードを入力|コードを再送|二要素認証|2要素認証|多要素認証|認証番号',
      weight: 3,
    },
  ],
};
