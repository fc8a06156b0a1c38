// English cues. Phrases outweigh single words, because "code" alone may be a coupon and "name" alone may be anyone's.
import type { LanguageCues } from './cue.ts';

export const en: LanguageCues = {
  lang: 'en',
  fields: [
    {
      means: 'email',
      words: 'email|email address|emails|mail address|email id',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'confirm email|confirm your email|confirm email address|confirm your email address|re-enter email|reenter email|repeat email|retype email|verify email|email again|email address again|email confirmation|confirm new email|re-type email|re-enter your email',
      weight: 5,
    },
    {
      means: 'username',
      words:
        'username|user name|user id|userid|login name|log in name|login id|account name|screen name|nickname|handle|user|login|member id|member name|profile name|access id|online id|sign in id|account id|customer id|user identifier|pen name|gamertag|apple id|signin name',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'email or username|username or email|email / username|username / email|user name or email|email or user name|email address or username|username or email address|email or phone|phone or email|email or mobile|mobile number or email|phone number or email|email or phone number|email address or phone|phone number, username|phone number, email|email, phone|email address, phone|login or email|email or login|email/login|login/email|email or account|email or member|email or customer|email or id|phone/email|email or mobile number|mobile or email|mobile/email|email/mobile|email id or mobile|email address or mobile|email address/username|email or cell|email address or user',
      weight: 6,
    },
    { means: 'password', words: 'password|passphrase|pass word|passwd|pwd', weight: 3 },
    {
      means: 'code',
      words:
        'verification code|security code|confirmation code|one-time code|one-time password|one-time passcode|authentication code|authenticator code|access code|login code|log in code|sign-in code|otp|otp code|2fa code|2fa|mfa code|two-factor code|two-factor authentication code|two-step verification code|6-digit code|six-digit code|4-digit code|5-digit code|8-digit code|digit code|passcode|sms code|email code|activation code|token code|tokencode|totp|code from your|verify code|validation code|code we sent|code sent|temporary code|authenticator|backup code|recovery code|mfa token|security token|authentication token|temporary password|one-time pin|secure code|token',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'otp character|otp digit|verification code digit|enter code|enter the code|your code|pin code digit|pininput|pin input|code digit',
      weight: 4,
    },
    { means: 'code', words: 'code', weight: 1.6 },
    {
      means: 'phone',
      words:
        'phone|phone number|telephone|mobile|mobile number|mobile phone|cell|cell phone|contact number|tel|cellphone|phone no|mobile no|home phone|daytime phone|whatsapp',
      weight: 3,
    },
    {
      means: 'given-name',
      words:
        'first name|firstname|given name|given names|forename|christian name|first names|your first name',
      weight: 4,
    },
    {
      means: 'family-name',
      words: 'last name|lastname|surname|family name|second name|last names',
      weight: 4,
    },
    {
      means: 'full-name',
      words:
        'full name|your name|fullname|name and surname|first and last name|first & last name|first name and last name|contact name|recipient name|legal name|first and last|your full name|first name & last name|shipping name|billing name|customer name',
      weight: 4.5,
    },
    { means: 'full-name', words: 'name', weight: 2 },
    {
      means: 'birth-date',
      words: 'date of birth|birth date|birthdate|birthday|dob|d.o.b|born on|your birthday',
      weight: 4,
    },
    { means: 'birth-day', words: 'birth day|day of birth|birthday day', weight: 5 },
    { means: 'birth-month', words: 'birth month|month of birth|birthday month', weight: 5 },
    { means: 'birth-year', words: 'birth year|year of birth|birthday year|year born', weight: 5 },
    {
      means: 'card-number',
      words:
        'card number|credit card number|debit card number|credit card|card no|cardnumber|number on card|credit or debit card|credit card no|card #|credit/debit card',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words:
        'expiry date|expiration date|card expiry|card expiration|expiration|expiry|exp date|expires|valid thru|valid until|expires on|mm/yy|mm/yyyy|good thru|exp',
      weight: 3.5,
    },
    {
      means: 'card-expiry-month',
      words:
        'expiration month|expiry month|exp month|card expiry month|expiration date month|expiry date month|expiration mm|exp. mm',
      weight: 5.5,
    },
    {
      means: 'card-expiry-year',
      words:
        'expiration year|expiry year|exp year|card expiry year|expiration date year|expiry date year|expiration yy|exp. yy',
      weight: 5.5,
    },
    {
      means: 'card-code',
      words:
        'cvv|cvc|cvv2|cvc2|csc|cid|card verification|card verification number|card verification code|card security code|card code|security code (cvv)|security code (cvc)|cvv code|cvc/cvv|cvv/cvc|verification number|3 digits|3-digit|card id number',
      weight: 5,
    },
    {
      means: 'card-name',
      words:
        "name on card|name on the card|cardholder|cardholder name|card holder|card holder name|cardholder's name|card holder's name|name on credit card|name as it appears on card|name as it appears on the card|name (as it appears on your card)|card name|name as shown on card|credit card name",
      weight: 6,
    },
    {
      means: 'captcha',
      words:
        'captcha|recaptcha|characters you see|characters in the image|characters in the picture|type the characters|letters in the image|text in the image|code from the image|code in the image|code shown|code in the picture|not a robot|anti-spam|human verification|image code|type the text|text from the image|numbers in the image|security image|code as seen|shown in the image|shown above|are you human|characters shown|security characters',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        'promo code|promo|promotion code|promotional code|discount code|coupon|coupon code|voucher|voucher code|referral code|referral|invite code|invitation code|offer code|campaign code|gift code|redeem code|redemption code|sponsor code|referrer|source code|affiliate code|creator code|discount|priority code|partner code|license key|product key',
      weight: 6,
    },
    {
      means: 'gift-card',
      words:
        'gift card|gift certificate|gift card number|gift card pin|store credit|rewards number|loyalty number|membership number|loyalty card|rewards card|frequent flyer|frequent flyer number',
      weight: 6,
    },
    {
      means: 'pin',
      words:
        'profile pin|parental pin|pin|card pin|pin number|pin code|profile lock|parental control|account pin|create a pin|device pin',
      weight: 3.6,
    },
    {
      means: 'reference',
      words:
        'order number|order id|tracking number|booking reference|reference number|reservation number|confirmation number|invoice number|ticket number|case number|serial number|policy number|account number|reference code|record locator|po number|purchase order|application number|claim number|model number|course code|class code|school code|entity id|sort code|country code|area code|dialing code|dial code|currency code|team id|pnr|error code|branch code|group code|organization code|org code|client id|dealer code',
      weight: 5,
    },
    {
      means: 'search',
      words:
        'search|find|look up|what are you looking for|keyword|keywords|search for|filter|type to search|find a store|search by',
      weight: 4,
    },
    {
      means: 'address',
      words:
        'address line|street|street address|address 1|address 2|apartment|apt|suite|unit number|building|house number|shipping address|billing address|mailing address|home address|postal address|delivery address|street name|floor|company address|location|county|neighborhood|neighbourhood',
      weight: 4,
    },
    { means: 'address', words: 'address', weight: 1.5 },
    {
      means: 'postcode',
      words: 'zip|zip code|zipcode|postal code|postcode|post code|zip/postal code|pin code (postal)|area pin',
      weight: 5,
    },
    {
      means: 'region',
      words:
        'city|town|state|province|region|country|country/region|locality|suburb|district|time zone|timezone|language|nationality|currency|place of birth|citizenship',
      weight: 4,
    },
    {
      means: 'company',
      words:
        'company|company name|organization|organisation|business name|employer|store name|site name|team name|workspace name|school|institution|job title|occupation|industry|department|project name|brand name|agency|organization name|shop name|blog name|title|role|website name|workspace|domain name|domain|university|file name|product name|event name|profession|position',
      weight: 4.2,
    },
    {
      means: 'quantity',
      words: 'quantity|qty|guests|number of|how many|rooms|adults|children|weight|height|age',
      weight: 4,
    },
    {
      means: 'amount',
      words: 'amount|donation|price|min price|max price|budget|salary|income|custom amount|other amount|tip',
      weight: 4,
    },
    {
      means: 'secret-question',
      words:
        "security question|secret question|security answer|secret answer|your answer|answer|mother's maiden name|maiden name|first pet|favorite|favourite|password hint|hint|password reminder",
      weight: 6,
    },
    {
      means: 'message',
      words:
        'message|your message|comment|comments|subject|feedback|description|how can we help|enquiry|inquiry|question|notes|order notes|special instructions|delivery instructions|ask a question|write a comment|bio|about you|reply|review|chat|write a message|gift message|tell us|how did you hear|reason',
      weight: 3.5,
    },
    {
      means: 'document',
      words:
        "passport|passport number|social security|ssn|tax id|vat|vat number|vat id|national id|driver license|driver's license|license number|id number|identity number|tin|ein|cpf|national insurance|student id|personal number|tax number|registration number|license plate",
      weight: 4.5,
    },
    {
      means: 'bank',
      words: 'iban|bic|swift|routing number|bank account|account holder|bank name',
      weight: 5,
    },
    {
      means: 'device',
      words:
        'device name|device label|device code|code provided by your device|code from your device|user code|label for this device|device|authenticator name|key name|security key name|passkey name|token name|code displayed on your device|code on your tv|code displayed on your tv',
      weight: 5.5,
    },
    {
      means: 'salutation',
      words: 'salutation|prefix|mr/mrs|suffix|honorific|gender|pronouns|sex',
      weight: 5,
    },
    {
      means: 'middle-name',
      words: 'middle name|middle initial|middlename|m.i.|mi|patronymic|initials',
      weight: 5.5,
    },
    {
      means: 'url',
      words:
        'website|web site|url|homepage|web address|link|subdomain|site address|twitter|linkedin|instagram|facebook|website address',
      weight: 4,
    },
    {
      means: 'date',
      words:
        'check-in|check-out|check in date|arrival|departure|start date|end date|from date|to date|depart|return|pick-up date|delivery date|appointment|issue date|wedding date|event date|date',
      weight: 3,
    },
    { means: 'display-name', words: 'display name|public name|channel name|profile name', weight: 4 },
    { means: 'extension', words: 'extension|ext|phone extension', weight: 5 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'new password|confirm password|confirm your password|repeat password|repeat your password|retype password|re-type password|re-enter password|reenter password|re-enter your password|retype your password|create password|create a password|create your password|choose a password|choose password|choose your password|set a password|set password|set your password|password again|verify password|password confirmation|confirm new password|desired password|make a password|pick a password|add a password|type password again|repeat new password|confirm|confirmation|repeat|retype|again|verify your password',
      weight: 4,
    },
    {
      means: 'new-password',
      words:
        'at least|minimum|characters or more|characters long|must contain|must be|must include|min.|or more characters|characters minimum|uppercase|password strength|between 6 and|between 8 and|character minimum|+ characters|or longer|minimum of',
      weight: 2.5,
    },
    {
      means: 'current-password',
      words:
        'current password|old password|existing password|your current password|your old password|present password|previous password|original password',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'sign up|signup|register|registration|create account|create an account|create your account|create my account|create free account|create a free account|join|join now|join us|get started|create new account|new account|open an account|start free trial|start your free trial|free trial|try for free|become a member|new customer|new customers|create profile|create your profile|enroll|sign me up|create a new account|new user|create login|create a profile|start trial|create your free account|agree & join|agree and join|create|new member|request access|join free|join for free|create an id|create id|create your id|start for free|enrollment',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        "log in|login|sign in|signin|log on|logon|sign on|signon|welcome back|returning customer|returning customers|existing customer|already have an account|forgot password|forgot your password|forgotten password|forgot|remember me|keep me signed in|keep me logged in|stay signed in|forgot username|reset password|lost password|can't access your account|trouble signing in|log into|sign into|authenticate|member login|remember my|log me in|single sign-on|sso|registered customers|lost your password",
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        'newsletter|newsletters|subscribe|mailing list|subscription|stay in the loop|stay up to date|stay updated|get the latest|sign up for our newsletter|sign up for emails|sign up for email|email updates|join our mailing list|get updates|email alerts|stay connected|keep in touch|be the first to know|in your inbox|to your inbox|stay in touch|notify me|exclusive offers|latest news|email sign up|join our list|sign up for our|sign up to receive|get exclusive|sign up and save|daily digest|weekly digest|off your first order|off your next',
      weight: 4,
    },
    {
      means: 'contact',
      words:
        'contact us|contact|get in touch|send message|send us a message|your message|how can we help|support request|submit a request|submit request|leave a comment|post comment|enquiry|inquiry|request a demo|request a quote|book a demo|get a quote|talk to sales|contact sales|feedback|leave a reply|send enquiry|help desk|send feedback|contact form',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        'checkout|check out|shipping|billing|place order|delivery address|shipping address|billing address|guest checkout|continue as guest|continue to shipping|order summary|your order|shopping cart|cart|basket|donate|donation|delivery method|continue to delivery|continue to payment|shipping information|purchase|buy now|guest|bag|order details',
      weight: 3,
    },
    {
      means: 'payment',
      words:
        'payment|pay now|credit card|payment method|card details|payment details|pay|add card|payment information|billing information|save card',
      weight: 3,
    },
    { means: 'search', words: 'search|find|results|search results|filter', weight: 3 },
    {
      means: 'settings',
      words:
        'settings|edit profile|my profile|change password|update password|save changes|change email|update email|account settings|reset your password|set new password|preferences|update profile|change your password|update your password|new password|my account|password reset|update account|choose a new password|personal information|profile',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'sent to your email|sent you an email|emailed you|check your email|check your inbox|code to your email|sent an email|confirm your email|verify your email|email verification|code we emailed|sent to your inbox|email confirmation|verify email|code from the email|email code|code we sent to your email|confirm email|code to the email|sent a code to your email|emailed a code|spam folder|junk folder|email a code|resend email|email address you provided|code by email|code via email',
      weight: 4,
    },
    {
      means: 'code-sms',
      words:
        'text message|sms|texted you|sent to your phone|code to your phone|verify your phone|phone verification|verify phone|sent a text|sent you a text|ending in|mobile number|phone ending|code we texted|text you a code|verify your mobile|texted a code|sent a code to your phone|to your mobile|verify your number|phone number you|call me instead|send via text',
      weight: 4,
    },
    {
      means: 'code-totp',
      words:
        'authenticator app|authenticator|authentication app|google authenticator|authy|totp|two-factor app|verification app|authenticator code|qr code|scan the|code generator|your authentication application|authenticator application|microsoft authenticator|code from your app|generated by your|mobile authenticator|freeotp|authentication application|1password|setup key|security app|two-factor authentication app',
      weight: 4,
    },
    {
      means: 'code',
      words:
        "verification code|security code|one-time code|one-time password|confirmation code|enter code|enter the code|two-factor|2fa|mfa|two-step|2-step|otp|verify|verification|resend code|resend|digit code|didn't receive|passcode|enter your code|code expires|multi-factor|authentication code|one-time passcode|verify it's you|new code|didn't get|verify your identity|login code|temporary code",
      weight: 3,
    },
  ],
};
