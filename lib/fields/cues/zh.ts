// Chinese, simplified and traditional cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const zh: LanguageCues = {
  lang: 'zh',
  fields: [
    {
      means: 'email',
      words: '邮箱|电子邮箱|电子邮件|邮箱地址|邮件地址|電子郵件|電子信箱|電郵|信箱|电邮|電郵地址|邮件',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words: '确认邮箱|确认电子邮件|再次输入邮箱|確認電子郵件|確認信箱|确认电子邮箱|確認電郵',
      weight: 5,
    },
    {
      means: 'username',
      words:
        '用户名|账号|帐号|用户id|昵称|會員帳號|使用者名稱|帳號|登录名|账户|用戶名|暱稱|會員編號|账户名|帳戶',
      weight: 3,
    },
    {
      means: 'username',
      words:
        '邮箱或用户名|用户名或邮箱|手机号或邮箱|邮箱或手机号|手机号/邮箱|邮箱/手机号|用户名/邮箱|帳號或電子郵件|電子郵件或手機|邮箱/用户名|手机/邮箱|邮箱/手机|手机号码/邮箱|用户名/手机号|邮箱或手机|手機號碼或電子郵件|電子郵件或電話|用户名或电子邮件',
      weight: 6,
    },
    { means: 'password', words: '密码|密碼|口令', weight: 3 },
    {
      means: 'code',
      words:
        '验证码|驗證碼|短信验证码|邮箱验证码|安全码|动态码|动态密码|一次性密码|校验码|確認碼|认证码|動態密碼|一次性密碼|6位数字|6位验证码|简訊驗證碼|簡訊驗證碼|手机验证码|安全碼|確認代碼|验证代码|驗證代碼',
      weight: 4,
    },
    {
      means: 'phone',
      words: '手机|手机号|手机号码|电话|电话号码|手機|手機號碼|電話號碼|聯絡電話|联系电话|行動電話|移动电话',
      weight: 3,
    },
    { means: 'given-name', words: '名字|名稱(名)', weight: 4 },
    { means: 'family-name', words: '姓氏', weight: 4 },
    {
      means: 'full-name',
      words: '真实姓名|全名|您的姓名|收货人|收件人|真實姓名|联系人',
      weight: 4.5,
    },
    { means: 'birth-date', words: '出生日期|生日|出生年月日', weight: 4 },
    { means: 'birth-day', words: '出生日', weight: 5 },
    { means: 'birth-month', words: '出生月份|出生月', weight: 5 },
    { means: 'birth-year', words: '出生年份|出生年', weight: 5 },
    {
      means: 'card-number',
      words: '卡号|信用卡号|信用卡号码|銀行卡號|卡號|信用卡卡號|银行卡号|信用卡號碼',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: '有效期|到期日|有效日期|過期日|有效期限|到期日期',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: '有效期月|到期月份|到期月', weight: 5.5 },
    { means: 'card-expiry-year', words: '有效期年|到期年份|到期年', weight: 5.5 },
    {
      means: 'card-code',
      words: '卡背面末三碼|信用卡安全码|背面末三碼|信用卡安全碼',
      weight: 5,
    },
    { means: 'card-name', words: '持卡人|持卡人姓名|卡上姓名|持卡人名字', weight: 6 },
    {
      means: 'captcha',
      words: '图形验证码|图片验证码|圖形驗證碼|图中字符|看不清|图片中的|圖片驗證碼|图像验证码|图形码',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        '优惠码|优惠券|优惠代码|折扣码|邀请码|推荐码|優惠碼|優惠代碼|優惠券|邀請碼|推薦碼|折扣碼|兑换码|促销代码|推薦人',
      weight: 6,
    },
    { means: 'gift-card', words: '礼品卡|禮品卡|会员卡号|會員卡', weight: 6 },
    {
      means: 'reference',
      words: '订单号|訂單編號|快递单号|运单号|预订号|訂單號碼|订单编号|区号|區號',
      weight: 5,
    },
    { means: 'search', words: '搜索|查询|搜尋|查找|关键字|關鍵字|查詢', weight: 4 },
    {
      means: 'address',
      words: '地址|街道|门牌号|详细地址|詳細地址|收货地址|楼层',
      weight: 4,
    },
    { means: 'postcode', words: '邮编|邮政编码|郵遞區號|邮政编号', weight: 5 },
    {
      means: 'region',
      words: '城市|省份|国家|地区|區域|國家|縣市|省|语言|省市',
      weight: 4,
    },
    {
      means: 'company',
      words: '公司|公司名称|单位|公司名稱|组织|职位|企业名称',
      weight: 4.2,
    },
    { means: 'quantity', words: '數量|年龄', weight: 4 },
    { means: 'amount', words: '金额|价格', weight: 4 },
    { means: 'secret-question', words: '安全问题|密保问题|密保答案|安全問題', weight: 6 },
    {
      means: 'message',
      words: '留言|内容|評論|评论|主题|主旨|備註|备注|訊息|意见',
      weight: 3.5,
    },
    {
      means: 'document',
      words: '身份证|护照|身分證|身份证号|護照號碼|身份证号码|證件號碼',
      weight: 4.5,
    },
    { means: 'salutation', words: '性别|称呼|稱謂', weight: 5 },
    { means: 'date', words: '入住|退房|日期', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        '新密码|确认密码|重复密码|再次输入密码|设置密码|新密碼|確認密碼|設定密碼|再次輸入密碼|确认新密码|重复输入密码|确认|再次输入|重新输入密码|密码确认|創建密碼|创建密码',
      weight: 4,
    },
    { means: 'new-password', words: '至少|位字符|个字符|個字元|不少于', weight: 2.5 },
    {
      means: 'current-password',
      words: '当前密码|原密码|旧密码|目前密碼|舊密碼|原密碼',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        '注册|註冊|创建账户|立即注册|免费注册|建立帳號|创建帐户|建立帳戶|加入會員|創建帳戶|创建账号|新用户|成为会员|申請帳號',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        '登录|登錄|登入|登陆|忘记密码|忘記密碼|记住我|自动登录|記住我|保持登入|密码登录|找回密码|会员登录|會員登入',
      weight: 3,
    },
    {
      means: 'newsletter',
      words: '订阅|訂閱|电子报|電子報|最新资讯|订阅邮件|訂閱電子報',
      weight: 4,
    },
    {
      means: 'contact',
      words: '联系我们|聯絡我們|在线留言|提交留言|意见反馈|聯繫我們',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words: '结账|结算|收货地址|订单|購物車|结帐|配送|購買|购物车|結帳|提交订单|送貨',
      weight: 3,
    },
    { means: 'payment', words: '付款|支付|信用卡|支付方式|付款方式', weight: 3 },
    { means: 'search', words: '搜索|搜尋|查询|结果', weight: 3 },
    {
      means: 'settings',
      words: '设置|修改密码|更改密码|個人資料|个人资料|變更密碼|重置密码|保存修改|重設密碼',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        '发送到您的邮箱|发送至邮箱|邮箱验证|查看邮箱|收件箱|電子郵件驗證|寄送至|邮箱验证码|发送至您的邮箱|验证邮箱|已发送邮件|驗證信|發送到您的電子郵件',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: '短信|簡訊|手机验证|发送至手机|短信验证码|手機驗證|短訊|验证手机',
      weight: 4,
    },
    {
      means: 'code-totp',
      words:
        '身份验证器|验证器|动态口令|驗證器|扫描二维码|谷歌验证器|身份驗證器|二维码|認證應用程式|身份验证应用',
      weight: 4,
    },
    {
      means: 'code',
      words:
        '验证码|驗證碼|两步验证|双重验证|二次验证|重新发送|兩步驟驗證|雙重驗證|安全验证|双因素|安全驗證|多重身份验证|重新獲取',
      weight: 3,
    },
  ],
};
